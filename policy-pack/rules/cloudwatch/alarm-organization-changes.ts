import { defineControl } from "../../registry/control";
import type { Owned } from "../../shapes/ownership";
import { calls, trailAlarm } from "../../shapes/trail-alarm";
import { text } from "../../verdict/text";

const watched = {
  seen: calls(
    "organizations",
    "AcceptHandshake",
    "AttachPolicy",
    "CreateAccount",
    "CreateOrganizationalUnit",
    "CreatePolicy",
    "DeclineHandshake",
    "DeleteOrganization",
    "DeleteOrganizationalUnit",
    "DeletePolicy",
    "DetachPolicy",
    "DisablePolicyType",
    "EnablePolicyType",
    "InviteAccountToOrganization",
    "LeaveOrganization",
    "MoveAccount",
    "RemoveAccountFromOrganization",
    "UpdatePolicy",
    "UpdateOrganizationalUnit",
  ),
};

export const control = defineControl<Owned>({
  id: "CW-18",
  name: "alarm-organization-changes",
  title: "Changes of the organisation raise an alarm",
  why: "An account that leaves the organisation leaves its guardrails.",
  fix: "Add a LogMetricFilter on the trail's log group whose pattern matches these events, and a MetricAlarm on its metric with alarmActions.",
  severity: "low",
  enforcement: "advisory",
  ...trailAlarm(watched, text`changes of the organisation`),
  references: {
    cis3: ["4.15"],
    nist80053: ["AC-6(9)", "AU-6", "CM-3", "SI-4"],
    wellArchitected: ["SEC03-BP05", "SEC04-BP03"],
    prowler: ["cloudwatch_log_metric_filter_aws_organizations_changes"],
    trivy: ["AWS-0174"],
  },
});
