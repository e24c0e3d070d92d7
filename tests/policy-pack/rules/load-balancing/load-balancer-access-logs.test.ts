import { fixtures, UNKNOWN } from "../../support/fixtures";
import { aliasedBalancer, balancer } from "../../support/load-balancers";

fixtures("load-balancer-access-logs", {
  pass: {
    "logs to a bucket": balancer({ accessLogs: { enabled: true, bucket: "logs" } }),
    "logs of a network load balancer to a bucket that is computed": balancer({
      loadBalancerType: "network",
      accessLogs: { enabled: true, bucket: UNKNOWN },
    }),
  },
  fail: {
    "logs that are off": balancer({ accessLogs: { enabled: false, bucket: "logs" } }),
    "logs to nowhere": balancer({ accessLogs: { enabled: true, bucket: "" } }),
  },
  unknown: {
    "logs whose switch is computed": balancer({ accessLogs: { enabled: UNKNOWN, bucket: "logs" } }),
  },
  unset: {
    "a load balancer that says nothing": ["fail", balancer()],
    "a bucket without the switch": ["fail", balancer({ accessLogs: { bucket: "logs" } })],
  },
  alias: { "a load balancer of the other module": aliasedBalancer() },
  notApplicable: { "a gateway load balancer": balancer({ loadBalancerType: "gateway" }) },
});
