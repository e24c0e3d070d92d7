import { defineControl } from "../../registry/control";
import type { Owned } from "../../shapes/ownership";
import { calls, trailAlarm } from "../../shapes/trail-alarm";
import { text } from "../../verdict/text";

const watched = {
  seen: calls(
    "config",
    "StopConfigurationRecorder",
    "DeleteDeliveryChannel",
    "PutDeliveryChannel",
    "PutConfigurationRecorder",
  ),
};

export const control = defineControl<Owned>({
  id: "CW-12",
  name: "alarm-config-changes",
  title: "Changes of AWS Config raise an alarm",
  why: "Without the recorder nobody sees what changes next.",
  fix: "Add a LogMetricFilter on the trail's log group whose pattern matches these events, and a MetricAlarm on its metric with alarmActions.",
  severity: "low",
  enforcement: "advisory",
  ...trailAlarm(watched, text`changes of AWS Config`),
  references: {
    securityHub: ["CloudWatch.9"],
    cis3: ["4.9"],
    nist80053: ["AU-6", "CM-3", "CM-8", "SI-4"],
    wellArchitected: ["SEC04-BP01", "SEC04-BP03"],
    prowler: ["cloudwatch_log_metric_filter_and_alarm_for_aws_config_configuration_changes_enabled"],
    trivy: ["AWS-0155"],
  },
});
