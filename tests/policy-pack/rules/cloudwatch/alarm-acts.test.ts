import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const alarm = (props: object = {}) => aws("cloudwatch/metricAlarm:MetricAlarm", { ...props });
const composite = (props: object = {}) =>
  aws("cloudwatch/compositeAlarm:CompositeAlarm", { alarmName: "c", alarmRule: "TRUE", ...props });
const acting = { alarmActions: ["arn:aws:sns:eu-west-1:111122223333:alarms"] };

fixtures("alarm-acts", {
  pass: {
    "a composite alarm that another one names, of two": {
      one: composite({ alarmName: "late" }),
      two: composite({ ...acting, alarmName: "worst", alarmRule: 'ALARM("late")' }),
      three: composite({ ...acting, alarmName: "else" }),
    },
    "an alarm with an action": { alarm: alarm(acting) },
    "an alarm whose default is filled in": { alarm: alarm({ ...acting, actionsEnabled: true }) },
    "an alarm with an action that is computed": { alarm: alarm({ alarmActions: [UNKNOWN] }) },
    "an alarm whose actions are computed": { alarm: alarm({ alarmActions: UNKNOWN }) },
    "an alarm without an action of which a composite alarm speaks": {
      alarm: alarm(),
      composite: composite({ ...acting, alarmRule: ref("alarm") }),
    },
    "an alarm that a composite alarm names": {
      alarm: alarm({ name: "slow" }),
      composite: composite({ ...acting, alarmRule: 'ALARM("slow") AND ALARM("late")' }),
    },
    "an alarm that keeps a composite alarm quiet": {
      alarm: alarm({ name: "deploying" }),
      composite: composite({ ...acting, actionsSuppressor: { alarm: "deploying", waitPeriod: 60 } }),
    },
  },
  fail: {
    "an alarm that is muted at times": {
      alarm: alarm(),
      mute: aws("cloudwatch/alarmMuteRule:AlarmMuteRule", { muteTargets: { alarmNames: [ref("alarm")] } }),
    },
    "an alarm whose actions are off": { alarm: alarm({ ...acting, actionsEnabled: false }) },
    "an alarm beside a composite alarm of another name": {
      alarm: alarm({ name: "slow" }),
      composite: composite({ ...acting, alarmRule: 'ALARM("slowest")' }),
    },
    "an alarm with an empty list": { alarm: alarm({ alarmActions: [] }) },
    "an alarm that a dashboard shows": {
      alarm: alarm(),
      dashboard: aws("cloudwatch/dashboard:Dashboard", { dashboardBody: ref("alarm") }),
    },
    "an alarm that tells only when all is well": { alarm: alarm({ okActions: acting.alarmActions }) },
  },
  unknown: { "an alarm whose switch is computed": { alarm: alarm({ ...acting, actionsEnabled: UNKNOWN }) } },
  unset: { "an alarm without an action": ["fail", { alarm: alarm() }] },
  alias: { "a composite alarm without an action": { composite: composite() } },
  notApplicable: {
    "an alarm that a deployment reads": {
      alarm: alarm(),
      service: aws("ecs/service:Service", { alarms: { alarmNames: [ref("alarm")] } }),
    },
  },
});
