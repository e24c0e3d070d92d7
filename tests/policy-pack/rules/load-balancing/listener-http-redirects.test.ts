import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const forward = { type: "forward", targetGroupArn: UNKNOWN };
const redirect = (protocol?: string) => ({
  type: "redirect",
  redirect: { port: "443", statusCode: "HTTP_301", ...(protocol !== undefined && { protocol }) },
});
const listener = (props: object) =>
  aws("lb/listener:Listener", { loadBalancerArn: UNKNOWN, port: 80, protocol: "HTTP", ...props });
const good = listener({ defaultActions: [redirect("HTTPS")] });
const rule = (...actions: readonly object[]) =>
  aws("lb/listenerRule:ListenerRule", { listenerArn: ref("listener"), actions: [...actions] });

fixtures("listener-http-redirects", {
  pass: {
    "a listener that redirects": { listener: good },
    "a rule that redirects, too": { listener: good, rule: rule(redirect("HTTPS")) },
    "a rule that redirects for a listener elsewhere": {
      rule: aws("lb/listenerRule:ListenerRule", { listenerArn: "arn:x", actions: [redirect("HTTPS")] }),
    },
  },
  fail: {
    "a listener that forwards": { listener: listener({ defaultActions: [forward] }) },
    "a listener that answers": { listener: listener({ defaultActions: [{ type: "fixed-response" }] }) },
    "a listener that redirects to plain HTTP": { listener: listener({ defaultActions: [redirect("HTTP")] }) },
    "a rule that forwards past the listener's redirect": { listener: good, rule: rule(forward) },
  },
  unknown: {
    "a listener whose redirect is computed": { listener: listener({ defaultActions: [redirect(UNKNOWN)] }) },
    "a listener whose actions are computed": { listener: listener({ defaultActions: UNKNOWN }) },
    "a listener whose protocol is computed": {
      listener: listener({ protocol: UNKNOWN, defaultActions: [forward] }),
    },
    "a rule that forwards for a listener elsewhere": {
      rule: aws("lb/listenerRule:ListenerRule", { listenerArn: "arn:x", actions: [forward] }),
    },
  },
  unset: {
    "a listener without a protocol, which speaks HTTP": [
      "fail",
      { listener: aws("lb/listener:Listener", { port: 80, defaultActions: [forward] }) },
    ],
    "a redirect that keeps the protocol": ["fail", { listener: listener({ defaultActions: [redirect()] }) }],
  },
  alias: {
    "a listener of the other module": {
      listener: { ...listener({ defaultActions: [forward] }), type: "aws:alb/listener:Listener" },
    },
  },
  notApplicable: {
    "a listener of HTTPS": { listener: listener({ protocol: "HTTPS", defaultActions: [forward] }) },
    "a listener of a gateway": { listener: aws("lb/listener:Listener", { defaultActions: [forward] }) },
  },
});
