import { defineControl } from "../../registry/control";
import type { Owned } from "../../shapes/ownership";
import { calls, trailAlarm } from "../../shapes/trail-alarm";
import { text } from "../../verdict/text";

const watched = {
  seen: calls(
    "ec2",
    "AuthorizeSecurityGroupIngress",
    "AuthorizeSecurityGroupEgress",
    "RevokeSecurityGroupIngress",
    "RevokeSecurityGroupEgress",
    "CreateSecurityGroup",
    "DeleteSecurityGroup",
  ),
};

export const control = defineControl<Owned>({
  id: "CW-13",
  name: "alarm-security-group-changes",
  title: "Changes of security groups raise an alarm",
  why: "A rule added by hand opens what the program keeps shut.",
  fix: "Add a LogMetricFilter on the trail's log group whose pattern matches these events, and a MetricAlarm on its metric with alarmActions.",
  severity: "low",
  enforcement: "advisory",
  ...trailAlarm(watched, text`changes of security groups`),
  references: {
    securityHub: ["CloudWatch.10"],
    cis3: ["4.10"],
    nist80053: ["AU-6", "CM-3", "SC-7", "SI-4"],
    wellArchitected: ["SEC04-BP03", "SEC05-BP02"],
    prowler: ["cloudwatch_log_metric_filter_security_group_changes"],
    trivy: ["AWS-0156"],
  },
});
