import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const listener = (props: object) => ({
  listener: aws("lb/listener:Listener", { port: 443, protocol: "HTTPS", ...props }),
});

fixtures("listener-post-quantum-tls", {
  pass: { "a post-quantum policy": listener({ sslPolicy: "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09" }) },
  fail: { "a policy of before": listener({ sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06" }) },
  unknown: { "a policy that is computed": listener({ sslPolicy: UNKNOWN }) },
  unset: { "a listener without a policy": ["fail", listener({})] },
  alias: {
    "a listener of the other module": {
      listener: aws("alb/listener:Listener", { port: 443, protocol: "HTTPS" }),
    },
  },
  notApplicable: { "a listener of TCP": listener({ protocol: "TCP" }) },
});
