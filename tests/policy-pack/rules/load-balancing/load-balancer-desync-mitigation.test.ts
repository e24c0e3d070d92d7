import { fixtures, UNKNOWN } from "../../support/fixtures";
import { aliasedBalancer, balancer } from "../../support/load-balancers";

fixtures("load-balancer-desync-mitigation", {
  pass: {
    "the defensive mode": balancer({ desyncMitigationMode: "defensive" }),
    "the strictest mode": balancer({ desyncMitigationMode: "strictest" }),
  },
  fail: { "a mode that only watches": balancer({ desyncMitigationMode: "monitor" }) },
  unknown: { "a mode that is computed": balancer({ desyncMitigationMode: UNKNOWN }) },
  unset: { "a load balancer that leaves it out": ["pass", balancer()] },
  alias: { "a load balancer of the other module": aliasedBalancer({ desyncMitigationMode: "monitor" }) },
  notApplicable: { "a gateway load balancer": balancer({ loadBalancerType: "gateway" }) },
});
