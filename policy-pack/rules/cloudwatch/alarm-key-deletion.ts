import { defineControl } from "../../registry/control";
import type { Owned } from "../../shapes/ownership";
import { calls, trailAlarm } from "../../shapes/trail-alarm";
import { text } from "../../verdict/text";

const watched = { seen: calls("kms", "DisableKey", "ScheduleKeyDeletion") };

export const control = defineControl<Owned>({
  id: "CW-10",
  name: "alarm-key-deletion",
  title: "Disabling or deleting a KMS key raises an alarm",
  why: "What a deleted key has encrypted is lost; a week passes before it happens, if somebody notices.",
  fix: "Add a LogMetricFilter on the trail's log group whose pattern matches these events, and a MetricAlarm on its metric with alarmActions.",
  severity: "low",
  enforcement: "advisory",
  ...trailAlarm(watched, text`that a key is disabled or its deletion scheduled`),
  references: {
    securityHub: ["CloudWatch.7"],
    cis3: ["4.7"],
    nist80053: ["AU-6", "CM-3", "SC-12", "SI-4"],
    wellArchitected: ["SEC04-BP03", "SEC08-BP01"],
    prowler: ["cloudwatch_log_metric_filter_disable_or_scheduled_deletion_of_kms_cmk"],
    trivy: ["AWS-0153"],
  },
});
