import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const group = (props: object, type = "lb/targetGroup:TargetGroup") => ({ group: aws(type, { ...props }) });

fixtures("target-group-health-check-encrypted", {
  pass: {
    "a group that checks over HTTPS": group({ protocol: "HTTPS", healthCheck: { protocol: "HTTPS" } }),
  },
  fail: {
    "a group that checks over HTTP": group({ protocol: "HTTPS", healthCheck: { protocol: "HTTP" } }),
    "a group that checks over TCP": group({ protocol: "TLS", healthCheck: { protocol: "TCP" } }),
  },
  unknown: {
    "a group whose check is computed": group({ protocol: "HTTPS", healthCheck: { protocol: UNKNOWN } }),
  },
  unset: { "a group that says nothing of its check": ["fail", group({ protocol: "HTTPS" })] },
  alias: { "a group of the other module": group({ protocol: "HTTPS" }, "alb/targetGroup:TargetGroup") },
  notApplicable: {
    "a group of a function": group({ targetType: "lambda" }),
    "a group of a gateway": group({ protocol: "GENEVE" }),
  },
});
