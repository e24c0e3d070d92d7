import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";
import { aliasedBalancer, balancer } from "../../support/load-balancers";

const guard = (resourceArn: unknown) => ({
  guard: aws("wafv2/webAclAssociation:WebAclAssociation", { resourceArn, webAclArn: "arn:acl" }),
});

fixtures("load-balancer-web-acl", {
  pass: {
    "a public load balancer with a web ACL": { ...balancer(), ...guard(ref("balancer")) },
    "a public load balancer with a web ACL of the first generation": {
      ...balancer(),
      guard: aws("wafregional/webAclAssociation:WebAclAssociation", { resourceArn: ref("balancer") }),
    },
  },
  fail: {
    "a public load balancer without": balancer({ internal: false }),
    "a public load balancer beside the web ACL of another": { ...balancer(), ...guard("arn:other") },
  },
  unknown: {
    "a load balancer beside an association that cannot be joined": { ...balancer(), ...guard(UNKNOWN) },
    "a load balancer that may be internal": balancer({ internal: UNKNOWN }),
    "a load balancer that may be of another kind": balancer({ loadBalancerType: UNKNOWN }),
  },
  unset: { "a load balancer that does not say whether it is public": ["fail", balancer()] },
  alias: { "a load balancer of the other module": aliasedBalancer() },
  notApplicable: {
    "an internal load balancer": balancer({ internal: true }),
    "a network load balancer": balancer({ loadBalancerType: "network" }),
  },
});
