import { tokens } from "../../aws/tokens";
import { defineControl, type Located, located } from "../../registry/control";
import { oneOf, present } from "../../shapes/property";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { notApplicable, type Outcome } from "../../verdict/outcome";

const ALARMS = tokens("cloudwatch/metricAlarm:MetricAlarm", "cloudwatch/compositeAlarm:CompositeAlarm");

/** Types that show alarms or keep them quiet, and do nothing where one is raised. */
const BYSTANDERS = tokens("cloudwatch/dashboard:Dashboard", "cloudwatch/alarmMuteRule:AlarmMuteRule");

const actionsOn = oneOf("actionsEnabled", [true], true);
const hasAction = present("alarmActions");

/** An alarm that another resource reads, such as a composite alarm or a deployment, need not act itself. */
function judge(stack: StackIndex, alarm: StackResource): readonly Outcome[] {
  const found = [actionsOn(alarm), hasAction(alarm)].filter(({ verdict }) => verdict !== "pass");
  const isRead = [...stack.dependents(alarm)].some(({ type }) => !BYSTANDERS.includes(type));
  if (found.some(({ verdict }) => verdict === "fail") && isRead)
    return [notApplicable("Another resource acts on this alarm")];
  return found.length > 0 ? found : [{ verdict: "pass" }];
}

function* judgeAll(stack: StackIndex): Iterable<Located> {
  for (const alarm of stack.ofTypes(ALARMS))
    for (const outcome of judge(stack, alarm)) yield located(alarm, outcome);
}

export const control = defineControl({
  id: "CW-03",
  name: "alarm-acts",
  title: "Alarms have an action, and their actions are on",
  why: "An alarm that tells nobody is a light in an empty room.",
  fix: "Set alarmActions to an SNS topic or another action, and leave actionsEnabled true.",
  severity: "medium",
  enforcement: "advisory",
  types: ALARMS,
  stack: judgeAll,
  references: {
    securityHub: ["CloudWatch.15", "CloudWatch.17"],
    nist80053: ["AU-6(1)", "AU-6(5)", "CA-7", "IR-4(1)", "IR-4(5)", "SI-2", "SI-4(5)"],
    wellArchitected: ["OPS08-BP04", "REL06-BP03"],
    checkov: ["CKV_AWS_319"],
    cdkNag: ["CloudWatchAlarmAction"],
    awsConfig: ["cloudwatch-alarm-action-check", "cloudwatch-alarm-action-enabled-check"],
    prowler: ["cloudwatch_alarm_actions_enabled", "cloudwatch_alarm_actions_alarm_state_configured"],
    pulumi: ["PB:cloudwatch-alarms-actions-required"],
  },
});
