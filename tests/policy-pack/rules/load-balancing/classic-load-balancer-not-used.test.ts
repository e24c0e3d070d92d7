import { aws, fixtures } from "../../support/fixtures";

fixtures("classic-load-balancer-not-used", {
  pass: { none: "to use one is to fail" },
  fail: { "a classic load balancer": { balancer: aws("elb/loadBalancer:LoadBalancer") } },
  unknown: { none: "its being there decides" },
  unset: { none: "its being there decides" },
  alias: {
    "a classic load balancer by its former name": {
      balancer: aws("elasticloadbalancing/loadBalancer:LoadBalancer"),
    },
  },
  otherTypes: {
    "a load balancer of the second generation": { balancer: aws("lb/loadBalancer:LoadBalancer") },
  },
});
