import * as assert from "node:assert/strict";

import { aws, fixtures, judge, UNKNOWN } from "../../support/fixtures";
import { aliasedBalancer, balancer } from "../../support/load-balancers";

fixtures("load-balancer-public-declared", {
  pass: {
    "an internal load balancer": balancer({ internal: true }),
    "a public load balancer that is declared": balancer({ tags: { Exposure: "Public" } }),
    "a public load balancer that the provider's tags declare": balancer({ tagsAll: { Exposure: "Public" } }),
  },
  fail: {
    "a public network load balancer": balancer({ loadBalancerType: "network", internal: false }),

    "a public load balancer with another tag": balancer({ internal: false, tags: { Exposure: "Private" } }),
    "a classic load balancer": { balancer: aws("elb/loadBalancer:LoadBalancer") },
  },
  unknown: {
    "a load balancer whose tags are computed with the provider's": balancer({ tagsAll: UNKNOWN }),

    "a load balancer that may be internal": balancer({ internal: UNKNOWN }),
    "a load balancer whose tag is computed": balancer({ tags: { Exposure: UNKNOWN } }),
    "a load balancer whose kind is computed": balancer({ loadBalancerType: UNKNOWN }),
  },
  unset: { "a load balancer that says nothing": ["fail", balancer()] },
  alias: { "a load balancer of the other module": aliasedBalancer() },
  notApplicable: { "a gateway load balancer": balancer({ loadBalancerType: "gateway" }) },
  settings: { properties: { publicTags: { Exposure: "Public" } } },
});

describe("load-balancer-public-declared", () => {
  it("asks nothing where no tag is configured", async () => {
    const judged = await judge("load-balancer-public-declared", balancer());
    assert.equal(judged.verdict, "notApplicable");
  });

  it("takes no tag for an excuse where every load balancer must be internal", async () => {
    const settings = { properties: { internal: true, publicTags: { Exposure: "Public" } } };
    const verdictOf = async (props: object) =>
      (await judge("load-balancer-public-declared", balancer(props), settings)).verdict;
    const tags = { Exposure: "Public" };
    assert.equal(await verdictOf({ tags }), "fail");
    assert.equal(await verdictOf({ internal: "true", tags }), "pass");
    assert.equal(await verdictOf({ internal: UNKNOWN, tags }), "undetermined");
  });
});
