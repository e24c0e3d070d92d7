import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const group = (props: object, type = "lb/targetGroup:TargetGroup") => ({ group: aws(type, { ...props }) });

fixtures("target-group-encrypted", {
  pass: {
    "a group that speaks QUIC": group({ protocol: "QUIC", targetType: "ip" }),

    "a group that speaks HTTPS": group({ protocol: "HTTPS" }),
    "a group that speaks TLS": group({ protocol: "TLS", targetType: "ip" }),
  },
  fail: {
    "a group that speaks HTTP": group({ protocol: "HTTP" }),
    "a group that speaks TCP": group({ protocol: "TCP", targetType: "ip" }),
  },
  unknown: {
    "a group whose protocol is computed": group({ protocol: UNKNOWN }),
    "a group whose targets are computed": group({ protocol: "HTTP", targetType: UNKNOWN }),
  },
  unset: { "a group without a protocol": ["fail", group({})] },
  alias: { "a group of the other module": group({ protocol: "HTTP" }, "alb/targetGroup:TargetGroup") },
  notApplicable: {
    "a group of a function": group({ targetType: "lambda" }),
    "a group of a load balancer": group({ targetType: "alb", protocol: "TCP" }),
    "a group of a gateway": group({ protocol: "GENEVE" }),
  },
});
