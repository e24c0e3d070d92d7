import { defineControl } from "../../registry/control";
import type { Owned } from "../../shapes/ownership";
import { trailAlarm } from "../../shapes/trail-alarm";
import { text } from "../../verdict/text";

const signIn = (MFAUsed: string) => ({
  eventName: "ConsoleLogin",
  eventSource: "signin.amazonaws.com",
  eventType: "AwsConsoleSignIn",
  userIdentity: { type: "IAMUser", userName: "someone" },
  additionalEventData: { MFAUsed },
  responseElements: { ConsoleLogin: "Success" },
});
const watched = {
  seen: {
    "a sign-in without a second factor": signIn("No"),
  },
  spared: [signIn("Yes")],
};

export const control = defineControl<Owned>({
  id: "CW-05",
  name: "alarm-sign-in-without-mfa",
  title: "A console sign-in without a second factor raises an alarm",
  why: "A password alone opened the console.",
  fix: "Add a LogMetricFilter on the trail's log group whose pattern matches these events, and a MetricAlarm on its metric with alarmActions.",
  severity: "low",
  enforcement: "advisory",
  ...trailAlarm(watched, text`a sign-in without a second factor`),
  references: {
    securityHub: ["CloudWatch.3"],
    cis3: ["4.2"],
    nist80053: ["AC-2(12)", "AU-6", "IA-2(1)", "SI-4"],
    wellArchitected: ["SEC02-BP01", "SEC04-BP03"],
    prowler: ["cloudwatch_log_metric_filter_sign_in_without_mfa"],
    trivy: ["AWS-0148"],
  },
});
