import { LISTENER_RULES, LISTENERS, protocolOf, redirectsToHttps } from "../../aws/load-balancers";
import type { View } from "../../reading/view";
import { defineControl, type Located, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

function judge(listener: StackResource, actions: View): Outcome {
  const protocol = protocolOf(listener.props);
  if (protocol !== undefined && protocol !== "HTTP")
    return notApplicable("The listener does not speak plain HTTP");
  const redirects = redirectsToHttps(actions);
  if (redirects === true) return pass;
  if (redirects === undefined) return undetermined(actions);
  return protocol === undefined
    ? undetermined("protocol")
    : fail(actions, text`requests over plain HTTP are answered; required: a redirect to HTTPS.`);
}

function judgeRule(stack: StackIndex, rule: StackResource): Outcome {
  const actions = rule.props.at("actions");
  const [listener] = stack.targets(rule, "listenerArn", LISTENERS).found;
  if (listener) return judge(listener, actions);
  return redirectsToHttps(actions) === true ? pass : undetermined("listenerArn");
}

function* judgeAll(stack: StackIndex): Iterable<Located> {
  for (const listener of stack.ofTypes(LISTENERS))
    yield located(listener, judge(listener, listener.props.at("defaultActions")));
  for (const rule of stack.ofTypes(LISTENER_RULES)) yield located(rule, judgeRule(stack, rule));
}

export const control = defineControl({
  id: "LB-01",
  name: "listener-http-redirects",
  title: "Listeners of plain HTTP send every request on to HTTPS",
  why: "What is answered over plain HTTP can be read and changed on the way, session cookies included.",
  fix: "Give the listener on port 80, and each of its rules, a redirect with protocol HTTPS.",
  severity: "high",
  enforcement: "mandatory",
  types: [...LISTENERS, ...LISTENER_RULES],
  stack: judgeAll,
  references: {
    securityHub: ["ELB.1"],
    nist80053: [
      "AC-17(2)",
      "AC-4",
      "IA-5(1)",
      "SC-12(3)",
      "SC-13",
      "SC-23",
      "SC-23(3)",
      "SC-7(4)",
      "SC-8",
      "SC-8(1)",
      "SC-8(2)",
      "SI-7(6)",
    ],
    wellArchitected: ["SEC09-BP02"],
    checkov: ["CKV_AWS_2", "CKV2_AWS_20"],
    cdkNag: ["ALBHttpToHttpsRedirection"],
    awsConfig: ["alb-http-to-https-redirection-check"],
    prowler: ["elbv2_ssl_listeners"],
    trivy: ["AWS-0054"],
    pulumi: [
      "AG:alb-http-to-https-redirection",
      "CP:lb-listener-disallow-unencrypted-traffic",
      "PB:alb-http-to-https-redirection-check",
    ],
  },
});
