import { aws, type Resource } from "./fixtures";

type Balancer = Readonly<Record<"balancer", Resource>>;

/** A load balancer; an application load balancer where nothing else is said. */
export function balancer(props: object = {}, type = "lb/loadBalancer:LoadBalancer"): Balancer {
  return { balancer: aws(type, { ...props }) };
}

/** The same, by the token of the other module. */
export function aliasedBalancer(props: object = {}): Balancer {
  return balancer(props, "alb/loadBalancer:LoadBalancer");
}
