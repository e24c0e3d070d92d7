import { defineControl } from "../../registry/control";
import type { Owned } from "../../shapes/ownership";
import { trailAlarm } from "../../shapes/trail-alarm";
import { text } from "../../verdict/text";

const root = { type: "Root", accountId: "111122223333" };
const watched = {
  seen: {
    "use of the root user": { userIdentity: root, eventName: "ConsoleLogin", eventType: "AwsConsoleSignIn" },
  },
  spared: [{ userIdentity: root, eventType: "AwsServiceEvent" }],
};

export const control = defineControl<Owned>({
  id: "CW-06",
  name: "alarm-root-use",
  title: "Use of the root user raises an alarm",
  why: "Nothing in daily work needs the root user, and nothing restricts it.",
  fix: "Add a LogMetricFilter on the trail's log group whose pattern matches these events, and a MetricAlarm on its metric with alarmActions.",
  severity: "low",
  enforcement: "advisory",
  ...trailAlarm(watched, text`use of the root user`),
  references: {
    securityHub: ["CloudWatch.1", "IAM.20"],
    cis3: ["4.3"],
    nist80053: ["AC-6(9)", "AU-6", "SI-4"],
    wellArchitected: ["SEC01-BP02", "SEC04-BP03"],
    prowler: ["cloudwatch_log_metric_filter_root_usage"],
    trivy: ["AWS-0149"],
  },
});
