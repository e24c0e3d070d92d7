import { fixtures, UNKNOWN } from "../../support/fixtures";
import { aliasedBalancer, balancer } from "../../support/load-balancers";

const network = (props: object) => ({ loadBalancerType: "network", ...props });

fixtures("load-balancer-cross-zone", {
  pass: { "a load balancer that spreads": balancer(network({ enableCrossZoneLoadBalancing: true })) },
  fail: {
    "a load balancer that does not": balancer(network({ enableCrossZoneLoadBalancing: false })),
    "a gateway load balancer that does not": balancer({ loadBalancerType: "gateway" }),
  },
  unknown: {
    "a load balancer whose setting is computed": balancer(network({ enableCrossZoneLoadBalancing: UNKNOWN })),
    "a load balancer whose kind is computed": balancer({ loadBalancerType: UNKNOWN }),
  },
  unset: { "a load balancer that leaves it out": ["fail", balancer(network({}))] },
  alias: { "a load balancer of the other module": aliasedBalancer(network({})) },
  notApplicable: { "an application load balancer, which always spreads": balancer() },
});
