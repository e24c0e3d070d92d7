import { fixtures, UNKNOWN } from "../../support/fixtures";
import { aliasedBalancer, balancer } from "../../support/load-balancers";

fixtures("load-balancer-deletion-protection", {
  pass: { "a load balancer that is protected": balancer({ enableDeletionProtection: true }) },
  fail: { "a load balancer that is not": balancer({ enableDeletionProtection: false }) },
  unknown: {
    "a load balancer whose protection is computed": balancer({ enableDeletionProtection: UNKNOWN }),
  },
  unset: { "a load balancer that leaves it out": ["fail", balancer()] },
  alias: { "a load balancer of the other module": aliasedBalancer() },
});
