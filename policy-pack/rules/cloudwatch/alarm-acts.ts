import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, type Located, located } from "../../registry/control";
import { oneOf, present } from "../../shapes/property";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { notApplicable, type Outcome, pass } from "../../verdict/outcome";

const COMPOSITES = tokens("cloudwatch/compositeAlarm:CompositeAlarm");
const ALARMS = [...tokens("cloudwatch/metricAlarm:MetricAlarm"), ...COMPOSITES];

/** Types that show alarms or keep them quiet, and do nothing where one is raised. */
const BYSTANDERS = tokens("cloudwatch/dashboard:Dashboard", "cloudwatch/alarmMuteRule:AlarmMuteRule");

const actionsOn = oneOf("actionsEnabled", [true], true);
const hasAction = present("alarmActions");

/** Whether a composite alarm speaks of an alarm by its name. */
function isNamed(stack: StackIndex, { props }: StackResource): boolean {
  const name = ["name", "alarmName"].map((property) => known(props.at(property).string())).find(Boolean);
  if (name === undefined) return false;
  return stack.ofTypes(COMPOSITES).some((composite) => {
    const rule = known(composite.props.at("alarmRule").string()) ?? "";
    const suppressor = known(composite.props.at("actionsSuppressor.alarm").string());
    return rule.includes(`"${name}"`) || rule.includes(`(${name})`) || suppressor === name;
  });
}

/** An alarm that another resource reads, such as a composite alarm or a deployment, need not act itself. */
function judge(stack: StackIndex, alarm: StackResource): readonly Outcome[] {
  const found = [actionsOn(alarm), hasAction(alarm)].filter(({ verdict }) => verdict !== "pass");
  if (found.every(({ verdict }) => verdict !== "fail")) return found.length > 0 ? found : [pass];
  const isRead = [...stack.dependents(alarm)].some(({ type }) => !BYSTANDERS.includes(type));
  if (isRead || isNamed(stack, alarm)) return [notApplicable("Another resource acts on this alarm")];
  return found;
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
