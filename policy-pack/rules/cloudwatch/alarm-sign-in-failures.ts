import { defineControl } from "../../registry/control";
import type { Owned } from "../../shapes/ownership";
import { trailAlarm } from "../../shapes/trail-alarm";
import { text } from "../../verdict/text";

const watched = {
  seen: {
    "failed sign-ins": {
      eventName: "ConsoleLogin",
      eventSource: "signin.amazonaws.com",
      eventType: "AwsConsoleSignIn",
      userIdentity: { type: "IAMUser", userName: "someone" },
      errorMessage: "Failed authentication",
      responseElements: { ConsoleLogin: "Failure" },
    },
  },
  spared: [
    {
      eventName: "ConsoleLogin",
      eventSource: "signin.amazonaws.com",
      eventType: "AwsConsoleSignIn",
      responseElements: { ConsoleLogin: "Success" },
    },
  ],
};

export const control = defineControl<Owned>({
  id: "CW-09",
  name: "alarm-sign-in-failures",
  title: "Failed sign-ins to the console raise an alarm",
  why: "Many failures are somebody trying passwords.",
  fix: "Add a LogMetricFilter on the trail's log group whose pattern matches these events, and a MetricAlarm on its metric with alarmActions.",
  severity: "low",
  enforcement: "advisory",
  ...trailAlarm(watched, text`failed sign-ins`),
  references: {
    securityHub: ["CloudWatch.6"],
    cis3: ["4.6"],
    nist80053: ["AC-7", "AU-6", "SI-4"],
    wellArchitected: ["SEC02-BP01", "SEC04-BP03"],
    prowler: ["cloudwatch_log_metric_filter_authentication_failures"],
    trivy: ["AWS-0152"],
  },
});
