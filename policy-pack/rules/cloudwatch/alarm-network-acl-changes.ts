import { defineControl } from "../../registry/control";
import type { Owned } from "../../shapes/ownership";
import { calls, trailAlarm } from "../../shapes/trail-alarm";
import { text } from "../../verdict/text";

const watched = {
  seen: calls(
    "ec2",
    "CreateNetworkAcl",
    "CreateNetworkAclEntry",
    "DeleteNetworkAcl",
    "DeleteNetworkAclEntry",
    "ReplaceNetworkAclEntry",
    "ReplaceNetworkAclAssociation",
  ),
};

export const control = defineControl<Owned>({
  id: "CW-14",
  name: "alarm-network-acl-changes",
  title: "Changes of network ACLs raise an alarm",
  why: "An ACL changed by hand opens a whole subnet.",
  fix: "Add a LogMetricFilter on the trail's log group whose pattern matches these events, and a MetricAlarm on its metric with alarmActions.",
  severity: "low",
  enforcement: "advisory",
  ...trailAlarm(watched, text`changes of network ACLs`),
  references: {
    securityHub: ["CloudWatch.11"],
    cis3: ["4.11"],
    nist80053: ["AU-6", "CM-3", "SC-7", "SI-4"],
    wellArchitected: ["SEC04-BP03", "SEC05-BP02"],
    prowler: ["cloudwatch_changes_to_network_acls_alarm_configured"],
    trivy: ["AWS-0157"],
  },
});
