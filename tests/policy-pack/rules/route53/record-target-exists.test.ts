import * as assert from "node:assert/strict";

import { aws, fixtures, judge, ref, UNKNOWN } from "../../support/fixtures";

const record = (type: string, props: object) => ({
  record: aws("route53/record:Record", { zoneId: "Z1", name: "www", type, ...props }),
});
const address = (value: unknown) => record("A", { records: [value] });
const NAME = "shop-123.eu-west-1.elb.amazonaws.com";
const alias = (name: unknown) =>
  record("A", { aliases: [{ name, zoneId: "Z2", evaluateTargetHealth: true }] });

fixtures("record-target-exists", {
  pass: {
    "an address of the stack": { ip: aws("ec2/eip:Eip"), ...address(ref("ip")) },
    "an address that is known to be the stack's": {
      ip: { ...aws("ec2/eip:Eip"), outputs: { id: "eipalloc-1", publicIp: "52.10.20.30" } },
      ...address("52.10.20.30"),
    },
    "an alias of the stack's load balancer": { lb: aws("lb/loadBalancer:LoadBalancer"), ...alias(ref("lb")) },
    "a private address": address("10.0.0.1"),
    "a name of somebody who does not let it": record("CNAME", { records: ["shop.partner.example"] }),
    "a text": record("TXT", { records: ["v=spf1 -all"] }),
  },
  fail: {
    "a public address of nobody": address("52.10.20.30"),
    "an alias of a load balancer that is gone": alias(NAME),
    "a name of a distribution that is gone": record("CNAME", { records: ["d111111abcdef8.cloudfront.net."] }),
  },
  unknown: {
    "an address that is not known, nor whose": address(UNKNOWN),
    "records that are not known, nor whose": record("A", { records: UNKNOWN }),
  },
  unset: { "a record without a target": ["pass", record("A", {})] },
  alias: { none: "one token" },
  settings: { properties: { owned: true } },
});

describe("record-target-exists", () => {
  it("asks nothing of a stack that does not own its targets", async () => {
    assert.equal((await judge("record-target-exists", address("52.10.20.30"))).verdict, "notApplicable");
  });
});
