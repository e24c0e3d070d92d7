import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";
import { aliasedBalancer, balancer } from "../../support/load-balancers";

const listener = (loadBalancerArn: unknown, type = "lb/listener:Listener") => ({
  listener: aws(type, { loadBalancerArn, port: 443 }),
});

fixtures("load-balancer-has-listener", {
  pass: {
    "a load balancer with a listener": { ...balancer(), ...listener(ref("balancer")) },
    "a load balancer with a listener of the other module": {
      ...balancer(),
      ...listener(ref("balancer"), "alb/listener:Listener"),
    },
  },
  fail: { "a load balancer beside the listener of another": { ...balancer(), ...listener("arn:other") } },
  unknown: {
    "a load balancer beside a listener that cannot be joined": { ...balancer(), ...listener(UNKNOWN) },
  },
  unset: { "a load balancer alone": ["fail", balancer()] },
  alias: { "a load balancer of the other module": aliasedBalancer() },
});
