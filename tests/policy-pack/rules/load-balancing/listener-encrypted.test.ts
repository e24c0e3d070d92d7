import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const listener = (props: object) => ({
  listener: aws("lb/listener:Listener", { port: 443, defaultActions: [{ type: "forward" }], ...props }),
});
const redirect = [{ type: "redirect", redirect: { protocol: "HTTPS" } }];

fixtures("listener-encrypted", {
  pass: {
    "a listener of QUIC": listener({ protocol: "QUIC" }),

    "a listener of HTTPS": listener({ protocol: "HTTPS" }),
    "a listener of TLS": listener({ protocol: "TLS" }),
    "a listener of HTTP that redirects": listener({ protocol: "HTTP", defaultActions: redirect }),
  },
  fail: {
    "a listener of HTTP": listener({ protocol: "HTTP" }),
    "a listener of TCP": listener({ protocol: "TCP" }),
  },
  unknown: {
    "a listener whose protocol is computed": listener({ protocol: UNKNOWN }),
    "a listener of HTTP whose actions are computed": listener({ protocol: "HTTP", defaultActions: UNKNOWN }),
  },
  unset: { "a listener without a protocol": ["fail", listener({})] },
  alias: {
    "a listener of the other module": {
      listener: aws("alb/listener:Listener", { port: 80, protocol: "HTTP" }),
    },
  },
  notApplicable: {
    "a listener of UDP": listener({ protocol: "UDP" }),
    "a listener of a gateway": { listener: aws("lb/listener:Listener", {}) },
  },
});

fixtures("listener-encrypted", {
  pass: {
    "a listener of TCP and UDP": listener({ protocol: "TCP_UDP" }),
    "a listener of TCP and QUIC": listener({ protocol: "TCP_QUIC" }),
    "a listener of TCP whose targets end TLS": listener({ protocol: "TCP" }),
  },
  fail: { "a listener of HTTP all the same": listener({ protocol: "HTTP" }) },
  unknown: { none: "as above" },
  unset: { none: "as above" },
  alias: { "a listener of the other module": { listener: aws("alb/listener:Listener", { port: 80 }) } },
  settings: { properties: { passThrough: true } },
});
