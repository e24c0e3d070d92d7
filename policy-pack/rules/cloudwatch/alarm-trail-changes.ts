import { defineControl } from "../../registry/control";
import type { Owned } from "../../shapes/ownership";
import { calls, trailAlarm } from "../../shapes/trail-alarm";
import { text } from "../../verdict/text";

const watched = {
  seen: calls("cloudtrail", "CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging"),
};

export const control = defineControl<Owned>({
  id: "CW-08",
  name: "alarm-trail-changes",
  title: "Changes of the trail raise an alarm",
  why: "An intruder stops the log before anything else.",
  fix: "Add a LogMetricFilter on the trail's log group whose pattern matches these events, and a MetricAlarm on its metric with alarmActions.",
  severity: "low",
  enforcement: "advisory",
  ...trailAlarm(watched, text`changes of the trail`),
  references: {
    securityHub: ["CloudWatch.5"],
    cis3: ["4.5"],
    nist80053: ["AU-6", "AU-9", "CM-3", "SI-4"],
    wellArchitected: ["SEC04-BP01", "SEC04-BP03"],
    prowler: ["cloudwatch_log_metric_filter_and_alarm_for_cloudtrail_configuration_changes_enabled"],
    trivy: ["AWS-0151"],
  },
});
