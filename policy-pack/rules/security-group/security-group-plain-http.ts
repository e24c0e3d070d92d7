import { exposures, SECURITY_GROUPS, type WholeGroup, wholeGroups } from "../../aws/security-group-rules";
import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const BALANCERS = tokens("lb/loadBalancer:LoadBalancer");
const LISTENERS = tokens("lb/listener:Listener");

function redirects(listener: StackResource): boolean {
  const actions = listener.props.at("defaultActions").items();
  return actions.some((action) => known(action.at("redirect.protocol").string()) === "HTTPS");
}

function isRedirected(stack: StackIndex, group: StackResource): boolean {
  const balancers = stack.referrers(group, "securityGroups", BALANCERS);
  const listeners = balancers.flatMap((balancer) => stack.referrers(balancer, "loadBalancerArn", LISTENERS));
  const plain = listeners.filter(({ props }) => known(props.at("port").number()) === 80);
  return plain.length > 0 && plain.every(redirects);
}

function judge(stack: StackIndex, { group, rules }: WholeGroup): Outcome {
  const isPlain = ({ protocol, first, last }: { protocol: string; first: number; last: number }): boolean =>
    protocol === "tcp" && first <= 80 && 80 <= last;
  const open = exposures(rules, "certain").find(isPlain);
  if (open && !isRedirected(stack, group)) {
    return fail(
      open.place,
      text`port 80 is open to the whole internet, and no listener there redirects to HTTPS.`,
    );
  }
  const possible = open ? undefined : exposures(rules, "possible").find(isPlain);
  return possible ? undetermined(possible.place.firstUnknown() ?? possible.place) : pass;
}

export const control = defineControl({
  id: "SG-08",
  name: "security-group-plain-http",
  title: "Port 80 is open to the internet only where a listener redirects to HTTPS",
  why: "Plain HTTP can be read and changed on the way.",
  fix: "Close port 80, or give the load balancer's listener on port 80 a redirect to HTTPS.",
  severity: "low",
  enforcement: "advisory",
  profiles: {
    public: { severity: "medium", enforcement: "mandatory" },
  },
  types: SECURITY_GROUPS,
  stack: (stack) => wholeGroups(stack, "ingress").map((whole) => located(whole.group, judge(stack, whole))),
  references: {
    nist80053: ["SC-8", "SC-13"],
    wellArchitected: ["SEC09-BP02"],
    checkov: ["CKV_AWS_260"],
    pulumi: [
      "CP:ec2-securitygroup-disallow-inbound-http-traffic",
      "PB:ec2-security-group-disallow-inbound-http-traffic",
    ],
  },
});
