import { defineControl } from "../../registry/control";
import type { Owned } from "../../shapes/ownership";
import { calls, trailAlarm } from "../../shapes/trail-alarm";
import { text } from "../../verdict/text";

const watched = {
  seen: calls(
    "iam",
    "DeleteGroupPolicy",
    "DeleteRolePolicy",
    "DeleteUserPolicy",
    "PutGroupPolicy",
    "PutRolePolicy",
    "PutUserPolicy",
    "CreatePolicy",
    "DeletePolicy",
    "CreatePolicyVersion",
    "DeletePolicyVersion",
    "AttachRolePolicy",
    "DetachRolePolicy",
    "AttachUserPolicy",
    "DetachUserPolicy",
    "AttachGroupPolicy",
    "DetachGroupPolicy",
  ),
};

export const control = defineControl<Owned>({
  id: "CW-07",
  name: "alarm-iam-policy-changes",
  title: "Changes of IAM policies raise an alarm",
  why: "Who can change policies can give himself everything else.",
  fix: "Add a LogMetricFilter on the trail's log group whose pattern matches these events, and a MetricAlarm on its metric with alarmActions.",
  severity: "low",
  enforcement: "advisory",
  ...trailAlarm(watched, text`changes of IAM policies`),
  references: {
    securityHub: ["CloudWatch.4"],
    cis3: ["4.4"],
    nist80053: ["AC-6(9)", "AU-6", "CM-3", "SI-4"],
    wellArchitected: ["SEC03-BP05", "SEC04-BP03"],
    prowler: ["cloudwatch_log_metric_filter_policy_changes"],
    trivy: ["AWS-0150"],
  },
});
