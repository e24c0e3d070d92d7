import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const group = (props: object, type = "lb/targetGroup:TargetGroup") => ({ group: aws(type, { ...props }) });
const off = { healthCheck: { enabled: false } };

fixtures("target-group-health-check", {
  pass: { "a group that checks": group({ healthCheck: { enabled: true, path: "/health" } }) },
  fail: { "a group that does not": group(off) },
  unknown: {
    "a group whose check is computed": group({ healthCheck: { enabled: UNKNOWN } }),
    "a group whose targets are computed": group({ targetType: UNKNOWN, ...off }),
  },
  unset: { "a group that says nothing, which AWS checks": ["pass", group({})] },
  alias: { "a group of the other module": group(off, "alb/targetGroup:TargetGroup") },
  notApplicable: { "a group of a function": group({ targetType: "lambda" }) },
});
