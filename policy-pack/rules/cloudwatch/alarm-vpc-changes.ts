import { defineControl } from "../../registry/control";
import type { Owned } from "../../shapes/ownership";
import { calls, trailAlarm } from "../../shapes/trail-alarm";
import { text } from "../../verdict/text";

/** The classic links that older lists name are retired: nobody can call them any more. */
const watched = {
  seen: calls(
    "ec2",
    "CreateVpc",
    "DeleteVpc",
    "ModifyVpcAttribute",
    "AcceptVpcPeeringConnection",
    "CreateVpcPeeringConnection",
    "DeleteVpcPeeringConnection",
    "RejectVpcPeeringConnection",
  ),
};

export const control = defineControl<Owned>({
  id: "CW-17",
  name: "alarm-vpc-changes",
  title: "Changes of VPCs raise an alarm",
  why: "A peering accepted by hand joins your network to a stranger's.",
  fix: "Add a LogMetricFilter on the trail's log group whose pattern matches these events, and a MetricAlarm on its metric with alarmActions.",
  severity: "low",
  enforcement: "advisory",
  ...trailAlarm(watched, text`changes of VPCs`),
  references: {
    securityHub: ["CloudWatch.14"],
    cis3: ["4.14"],
    nist80053: ["AU-6", "CM-3", "SC-7", "SI-4"],
    wellArchitected: ["SEC04-BP03", "SEC05-BP01"],
    prowler: ["cloudwatch_changes_to_vpcs_alarm_configured"],
    trivy: ["AWS-0160"],
  },
});
