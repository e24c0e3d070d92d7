import { fixtures, UNKNOWN } from "../../support/fixtures";
import { aliasedBalancer, balancer } from "../../support/load-balancers";

fixtures("load-balancer-drops-invalid-headers", {
  pass: {
    "a load balancer that drops them": balancer({ dropInvalidHeaderFields: true }),
    "a load balancer that drops them, of a kind that is computed": balancer({
      loadBalancerType: UNKNOWN,
      dropInvalidHeaderFields: true,
    }),
  },
  fail: { "a load balancer that does not": balancer({ dropInvalidHeaderFields: false }) },
  unknown: {
    "a load balancer whose setting is computed": balancer({ dropInvalidHeaderFields: UNKNOWN }),
    "a load balancer whose kind is computed": balancer({ loadBalancerType: UNKNOWN }),
  },
  unset: { "a load balancer that leaves it out": ["fail", balancer()] },
  alias: { "a load balancer of the other module": aliasedBalancer() },
  notApplicable: { "a network load balancer": balancer({ loadBalancerType: "network" }) },
});
