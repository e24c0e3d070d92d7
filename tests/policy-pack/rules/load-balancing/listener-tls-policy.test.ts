import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const listener = (props: object) => ({
  listener: aws("lb/listener:Listener", { port: 443, protocol: "HTTPS", ...props }),
});

fixtures("listener-tls-policy", {
  pass: {
    "a recommended policy": listener({ sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" }),
    "a post-quantum policy": listener({ sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09" }),
    "a recommended policy of a network load balancer": listener({
      protocol: "TLS",
      sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06",
    }),
    "a recommended policy with a protocol that is computed": listener({
      protocol: UNKNOWN,
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
    }),
  },
  fail: {
    "a policy with TLS 1.0": listener({ sslPolicy: "ELBSecurityPolicy-2016-08" }),
    "a policy with TLS 1.1": listener({ sslPolicy: "ELBSecurityPolicy-TLS13-1-1-2021-06" }),
    "a policy without forward secrecy": listener({ sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06" }),
  },
  unknown: {
    "a policy that is computed": listener({ sslPolicy: UNKNOWN }),
    "a weak policy with a protocol that is computed": listener({
      protocol: UNKNOWN,
      sslPolicy: "ELBSecurityPolicy-2016-08",
    }),
  },
  unset: { "a listener without a policy": ["fail", listener({})] },
  alias: {
    "a listener of the other module": {
      listener: aws("alb/listener:Listener", { port: 443, protocol: "HTTPS" }),
    },
  },
  notApplicable: { "a listener of plain HTTP": listener({ protocol: "HTTP" }) },
});
