import { defineControl } from "../../registry/control";
import type { Owned } from "../../shapes/ownership";
import { trailAlarm } from "../../shapes/trail-alarm";
import { text } from "../../verdict/text";

const watched = {
  seen: {
    "refused calls": {
      eventName: "RunInstances",
      eventSource: "ec2.amazonaws.com",
      errorCode: "Client.UnauthorizedOperation",
      readOnly: false,
    },
    "denied access": { eventName: "GetRole", eventSource: "iam.amazonaws.com", errorCode: "AccessDenied" },
  },
};

export const control = defineControl<Owned>({
  id: "CW-04",
  name: "alarm-unauthorized-calls",
  title: "Calls that were refused raise an alarm",
  why: "A burst of refused calls is how the use of a stolen key looks.",
  fix: "Add a LogMetricFilter on the trail's log group whose pattern matches these events, and a MetricAlarm on its metric with alarmActions.",
  severity: "low",
  enforcement: "advisory",
  ...trailAlarm(watched, text`refused calls`),
  references: {
    securityHub: ["CloudWatch.2"],
    cis3: ["4.1"],
    nist80053: ["AU-6", "SI-4"],
    wellArchitected: ["SEC04-BP03"],
    prowler: ["cloudwatch_log_metric_filter_unauthorized_api_calls"],
    trivy: ["AWS-0147"],
  },
});
