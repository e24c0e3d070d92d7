import { known, type View } from "../reading/view";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { CLASSIC_POLICY } from "./tls-policies";
import { tokens } from "./tokens";

const POLICIES = tokens("elb/loadBalancerPolicy:LoadBalancerPolicy");
const NEGOTIATIONS = tokens("elb/sslNegotiationPolicy:SslNegotiationPolicy");
const WEAK = ["Protocol-SSLv3", "Protocol-TLSv1", "Protocol-TLSv1.1"];

/** Whether attributes of a policy admit TLS 1.2 only, by naming AWS's policy for that or one by one. */
function isStrong(attributes: View): boolean | undefined {
  if (attributes.firstUnknown()) return undefined;
  const pairs = attributes
    .items()
    .map(
      (attribute) => [known(attribute.at("name").string()), known(attribute.at("value").string())] as const,
    );
  const reference = pairs.find(([name]) => name === "Reference-Security-Policy")?.[1];
  if (reference !== undefined) return reference === CLASSIC_POLICY;
  const on = pairs.filter(([, value]) => value === "true").map(([name = ""]) => name);
  return on.includes("Protocol-TLSv1.2") && !on.some((name) => WEAK.includes(name));
}

/** Whether a classic load balancer has a policy that admits TLS 1.2 only. Nothing where it cannot be told. */
export function hasStrongPolicy(stack: StackIndex, balancer: StackResource): boolean | undefined {
  const answers = [
    ...stack
      .referrers(balancer, "loadBalancerName", POLICIES)
      .filter(({ props }) => known(props.at("policyTypeName").string()) === "SSLNegotiationPolicyType")
      .map(({ props }) => isStrong(props.at("policyAttributes"))),
    ...stack
      .referrers(balancer, "loadBalancer", NEGOTIATIONS)
      .map(({ props }) => isStrong(props.at("attributes"))),
  ];
  if (answers.includes(true)) return true;
  const isOpen =
    answers.includes(undefined) ||
    stack.openReferrer(balancer, "loadBalancerName", POLICIES) !== undefined ||
    stack.openReferrer(balancer, "loadBalancer", NEGOTIATIONS) !== undefined;
  return isOpen ? undefined : false;
}
