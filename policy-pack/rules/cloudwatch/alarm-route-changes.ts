import { defineControl } from "../../registry/control";
import type { Owned } from "../../shapes/ownership";
import { calls, trailAlarm } from "../../shapes/trail-alarm";
import { text } from "../../verdict/text";

const watched = {
  seen: calls(
    "ec2",
    "CreateRoute",
    "CreateRouteTable",
    "ReplaceRoute",
    "ReplaceRouteTableAssociation",
    "DeleteRouteTable",
    "DeleteRoute",
    "DisassociateRouteTable",
  ),
};

export const control = defineControl<Owned>({
  id: "CW-16",
  name: "alarm-route-changes",
  title: "Changes of route tables raise an alarm",
  why: "A route sends traffic past every inspection.",
  fix: "Add a LogMetricFilter on the trail's log group whose pattern matches these events, and a MetricAlarm on its metric with alarmActions.",
  severity: "low",
  enforcement: "advisory",
  ...trailAlarm(watched, text`changes of route tables`),
  references: {
    securityHub: ["CloudWatch.13"],
    cis3: ["4.13"],
    nist80053: ["AU-6", "CM-3", "SC-7", "SI-4"],
    wellArchitected: ["SEC04-BP03", "SEC05-BP01"],
    prowler: ["cloudwatch_changes_to_network_route_tables_alarm_configured"],
    trivy: ["AWS-0159"],
  },
});
