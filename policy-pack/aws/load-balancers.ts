import { known, valueOr, type View } from "../reading/view";
import { tokens } from "./tokens";

/** Application, network and gateway load balancers. */
export const LOAD_BALANCERS = tokens("lb/loadBalancer:LoadBalancer");
/** Their listeners. */
export const LISTENERS = tokens("lb/listener:Listener");
/** Rules of listeners. */
export const LISTENER_RULES = tokens("lb/listenerRule:ListenerRule");
/** Further certificates of listeners. */
export const LISTENER_CERTIFICATES = tokens("lb/listenerCertificate:ListenerCertificate");
/** Target groups. */
export const TARGET_GROUPS = tokens("lb/targetGroup:TargetGroup");
/** Load balancers of the first generation. */
export const CLASSIC_LOAD_BALANCERS = tokens("elb/loadBalancer:LoadBalancer");

/** The kind of a load balancer, where it is known; application where nothing is said. */
export function kindOf(balancer: View): string | undefined {
  return valueOr(balancer.at("loadBalancerType").string(), "application");
}

/** The protocol of a listener, where it is known. Listeners of gateways say neither protocol nor port. */
export function protocolOf(listener: View): string | undefined {
  const whenUnset = listener.at("port").isAbsent ? "GENEVE" : "HTTP";
  return valueOr(listener.at("protocol").string(), whenUnset)?.toUpperCase();
}

/** Whether the internet can reach a load balancer, where it is known. */
export function isInternetFacing(balancer: View): boolean | undefined {
  const isInternal = valueOr(balancer.at("internal").boolean(), false);
  return isInternal === undefined ? undefined : !isInternal;
}

/** Whether actions send the client on to HTTPS, where that is known. A redirect without a protocol keeps the one it was asked with. */
export function redirectsToHttps(actions: View): boolean | undefined {
  const places = actions.items().flatMap((action) => [action.at("type"), action.at("redirect.protocol")]);
  if (places.some((place) => known(place.string()) === "HTTPS")) return true;
  return [actions, ...places].some(({ isUnknown }) => isUnknown) ? undefined : false;
}
