import { isInternetFacing, kindOf, LOAD_BALANCERS, protocolOf } from "../aws/load-balancers";
import { type Located, located } from "../registry/control";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { notApplicable, type Outcome, undetermined } from "../verdict/outcome";
import type { Condition } from "./condition";

/** Load balancers of some kinds. */
export function ofKind(...kinds: readonly string[]): Condition {
  return {
    holds: (balancer) => {
      const kind = kindOf(balancer);
      return kind === undefined ? undefined : kinds.includes(kind);
    },
    decidedBy: "loadBalancerType",
    otherwise: "Load balancers of another kind do not have this",
  };
}

/** Listeners that end TLS. */
export const ENDS_TLS: Condition = {
  holds: (listener) => {
    const protocol = protocolOf(listener);
    return protocol === undefined ? undefined : ["HTTPS", "TLS"].includes(protocol);
  },
  decidedBy: "protocol",
  otherwise: "The listener does not end TLS",
};

/** Judges each application load balancer that the internet can reach. */
export function eachPublicBalancer(
  judge: (stack: StackIndex, balancer: StackResource) => Outcome,
): (stack: StackIndex) => Iterable<Located> {
  return (stack) =>
    stack.ofTypes(LOAD_BALANCERS).map((balancer) => {
      const kind = kindOf(balancer.props);
      const isPublic = isInternetFacing(balancer.props);
      if (isPublic === false || (kind ?? "application") !== "application")
        return located(
          balancer,
          notApplicable("Not an application load balancer that the internet can reach"),
        );
      const outcome = judge(stack, balancer);
      const isSure = (isPublic !== undefined && kind !== undefined) || outcome.verdict !== "fail";
      return located(
        balancer,
        isSure ? outcome : undetermined(kind === undefined ? "loadBalancerType" : "internal"),
      );
    });
}
