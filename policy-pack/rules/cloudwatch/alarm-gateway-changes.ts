import { defineControl } from "../../registry/control";
import type { Owned } from "../../shapes/ownership";
import { calls, trailAlarm } from "../../shapes/trail-alarm";
import { text } from "../../verdict/text";

const watched = {
  seen: calls(
    "ec2",
    "CreateCustomerGateway",
    "DeleteCustomerGateway",
    "AttachInternetGateway",
    "CreateInternetGateway",
    "DeleteInternetGateway",
    "DetachInternetGateway",
  ),
};

export const control = defineControl<Owned>({
  id: "CW-15",
  name: "alarm-gateway-changes",
  title: "Changes of network gateways raise an alarm",
  why: "A new gateway is a new way out.",
  fix: "Add a LogMetricFilter on the trail's log group whose pattern matches these events, and a MetricAlarm on its metric with alarmActions.",
  severity: "low",
  enforcement: "advisory",
  ...trailAlarm(watched, text`changes of network gateways`),
  references: {
    securityHub: ["CloudWatch.12"],
    cis3: ["4.12"],
    nist80053: ["AU-6", "CM-3", "SC-7", "SI-4"],
    wellArchitected: ["SEC04-BP03", "SEC05-BP01"],
    prowler: ["cloudwatch_changes_to_network_gateways_alarm_configured"],
    trivy: ["AWS-0158"],
  },
});
