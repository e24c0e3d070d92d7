import { AwsError } from "../aws-error";
import { uuid } from "../identity";
import { isWireObject, type Wire } from "../wire";
import {
  choiceRule,
  existing,
  globalArn,
  inputId,
  regionalArn,
  textOf,
  textRule,
  unique,
  madeUuid,
  range,
  type Created,
  type Creation,
  type InputRule,
  type ResourceTypes,
} from "./definition";

const METRIC_ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const COMPOSITE_ALARM = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
const REFUSED = "ValidationError";

/** Sources: CloudWatch API, PutCompositeAlarm, PutAlarmMuteRule and PutDashboard. */
const LIMITS = { ruleLength: 10_240, children: 100, muted: 100, dashboardBytes: 1_048_576 };

const subscriptionArn = (creation: Creation): string =>
  `${textOf(creation.inputs.topic)}:${madeUuid(creation)}`;

function alarmNames(rule: Wire | undefined): readonly string[] {
  return [...textOf(rule).matchAll(/(?:ALARM|OK|INSUFFICIENT_DATA)\(\s*["']?([^"')]+)["']?\s*\)/g)].map(
    ([, name = ""]) => name,
  );
}

function refuseMissingAlarms({ world }: Created, names: readonly string[], code: string): void {
  const known = new Set(
    [METRIC_ALARM, COMPOSITE_ALARM].flatMap((type) =>
      existing(world, type).flatMap(({ id, attributes }) => [id, textOf(attributes.arn)]),
    ),
  );
  const missing = names.filter((name) => name !== "" && !known.has(name));
  if (missing.length > 0) throw new AwsError(code, `alarms [${missing.join(", ")}] do not exist`);
}

function refuseComposite(created: Created): void {
  unique(["alarmName"], "ResourceAlreadyExistsException")(created);
  const { alarmRule, actionsSuppressor } = created.inputs;
  const children = new Set(alarmNames(alarmRule));
  if (children.size > LIMITS.children) {
    throw new AwsError(REFUSED, `a rule speaks of ${LIMITS.children} alarms at most, not ${children.size}`);
  }
  const suppressor = isWireObject(actionsSuppressor) ? textOf(actionsSuppressor.alarm) : "";
  refuseMissingAlarms(created, [...children, suppressor], REFUSED);
}

function mutedNames({ inputs }: Created): readonly string[] {
  const targets = inputs.muteTargets;
  const names = isWireObject(targets) ? targets.alarmNames : undefined;
  return Array.isArray(names) ? names.map(textOf) : [];
}

function refuseMute(created: Created): void {
  const names = mutedNames(created);
  if (names.length > LIMITS.muted) {
    throw new AwsError(REFUSED, `a mute rule targets ${LIMITS.muted} alarms at most, not ${names.length}`);
  }
  refuseMissingAlarms(created, names, "ResourceNotFoundException");
}

const isMuteSchedule = (value: Wire): boolean => {
  const schedule = isWireObject(value) && isWireObject(value.schedule) ? value.schedule : {};
  const given = textOf(schedule.expression);
  return (
    (given === "" || /^(cron\((\S+ ){4}\S+\)|at\(\d{4}-\d\d-\d\dT\d\d:\d\d\))$/.test(given)) &&
    /^(P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?)?)?$/.test(textOf(schedule.duration))
  );
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const jsonRule = (property: string, code: string, most: number): InputRule => ({
  property,
  code,
  requires: `must be JSON of ${most} bytes at most`,
  holds: (value) => isJson(textOf(value)) && Buffer.byteLength(textOf(value)) <= most,
});

/** What watches and tells: subscriptions, alarms over alarms, mutes, dashboards, queries, detectors, traces. */
export const WATCHING_TYPES: ResourceTypes = {
  "aws:sns/topicSubscription:TopicSubscription": {
    id: subscriptionArn,
    defaults: { confirmationTimeoutInMinutes: 1, endpointAutoConfirms: false, rawMessageDelivery: false },
    computed: ({ id, inputs, settings }) => ({
      arn: id,
      confirmationWasAuthenticated: false,
      filterPolicyScope: "",
      ownerId: settings.accountId,
      // Somebody has to follow the link in a mail; an https endpoint confirms by itself.
      pendingConfirmation: inputs.protocol === "email",
    }),
    forceNew: ["endpoint", "protocol", "topic"],
    references: { topic: { types: ["aws:sns/topic:Topic"], missing: "NotFound" } },
    rules: [
      choiceRule("protocol", "InvalidParameter", [
        "application",
        "email",
        "email-json",
        "firehose",
        "http",
        "https",
        "lambda",
        "sms",
        "sqs",
      ]),
      {
        property: "endpoint",
        code: "InvalidParameter",
        requires: "must be an address of its protocol",
        holds: (value, { protocol }) => {
          if (protocol === "email") return /^\S+@\S+\.\S+$/.test(textOf(value));
          return protocol !== "https" || textOf(value).startsWith("https://");
        },
      },
      jsonRule("redrivePolicy", "InvalidParameter", 8192),
    ],
  },
  [COMPOSITE_ALARM]: {
    id: inputId("alarmName"),
    arn: regionalArn("cloudwatch", ({ id }) => `alarm:${id}`),
    defaults: { actionsEnabled: true },
    forceNew: ["alarmName"],
    rules: [
      textRule({
        property: "alarmName",
        code: REFUSED,
        pattern: /^.{1,255}$/,
        requires: "must be 1 to 255 characters",
      }),
      {
        property: "alarmRule",
        code: REFUSED,
        requires: `must be 1 to ${LIMITS.ruleLength} characters`,
        holds: (value) => textOf(value).length >= 1 && textOf(value).length <= LIMITS.ruleLength,
      },
    ],
    refuse: refuseComposite,
  },
  "aws:cloudwatch/alarmMuteRule:AlarmMuteRule": {
    id: inputId("name"),
    arn: regionalArn("cloudwatch", ({ id }) => `alarm-mute-rule:${id}`),
    computed: () => ({
      lastUpdatedTimestamp: "2026-11-01T00:00:00Z",
      muteType: "SCHEDULED",
      status: "SCHEDULED",
    }),
    forceNew: ["name"],
    rules: [
      {
        property: "rule",
        code: REFUSED,
        requires: "must have a cron expression of five fields or a time, and a duration such as PT1H",
        holds: isMuteSchedule,
      },
    ],
    refuse: refuseMute,
  },
  "aws:cloudwatch/dashboard:Dashboard": {
    id: inputId("dashboardName"),
    autoname: "none",
    computed: (created) => ({
      dashboardArn: globalArn("cloudwatch", ({ id }) => `dashboard/${id}`)(created),
    }),
    forceNew: ["dashboardName"],
    rules: [
      jsonRule("dashboardBody", "InvalidParameterInput", LIMITS.dashboardBytes),
      textRule({
        property: "dashboardName",
        code: "InvalidParameterInput",
        pattern: /^[A-Za-z0-9_-]{1,255}$/,
        requires: "must be 1 to 255 letters, digits, - or _",
      }),
    ],
  },
  "aws:cloudwatch/queryDefinition:QueryDefinition": {
    id: madeUuid,
    computed: (created) => ({
      arn: regionalArn("logs", ({ id }) => `query-definition:${id}`)(created),
      queryDefinitionId: created.id,
    }),
    rules: [
      textRule({
        property: "name",
        code: "InvalidParameterException",
        pattern: /^([^:*/]+\/?)*[^:*/]+$/,
        requires: "must be words with slashes between, without : or *",
      }),
    ],
  },
  "aws:cloudwatch/logAnomalyDetector:LogAnomalyDetector": {
    id: (creation) => detectorArn(creation),
    autoname: "none",
    computed: ({ id }) => ({ arn: id, anomalyVisibilityTime: 21 }),
    forceNew: ["logGroupArnLists"],
    rules: [
      choiceRule("evaluationFrequency", "InvalidParameterException", [
        "ONE_MIN",
        "FIVE_MIN",
        "TEN_MIN",
        "FIFTEEN_MIN",
        "THIRTY_MIN",
        "ONE_HOUR",
      ]),
      range("anomalyVisibilityTime", "InvalidParameterException", 7, 90),
    ],
  },
  "aws:cloudwatch/contributorInsightRule:ContributorInsightRule": {
    id: inputId("ruleName"),
    autoname: "none",
    defaults: { ruleState: "ENABLED" },
    computed: (created) => ({
      resourceArn: regionalArn("cloudwatch", ({ id }) => `insight-rule/${id}`)(created),
    }),
    forceNew: ["ruleName"],
    rules: [
      jsonRule("ruleDefinition", "InvalidParameterValue", 8192),
      choiceRule("ruleState", "InvalidParameterValue", ["ENABLED", "DISABLED"]),
    ],
  },
  "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy": {
    id: inputId("logGroupName"),
    forceNew: ["logGroupName"],
    references: {
      logGroupName: { types: ["aws:cloudwatch/logGroup:LogGroup"], missing: "ResourceNotFoundException" },
    },
    rules: [jsonRule("policyDocument", "InvalidParameterException", 30_720)],
  },
  "aws:xray/group:Group": {
    id: (creation) => xrayArn("group", "groupName")(creation),
    autoname: "none",
    computed: ({ id, inputs }) => ({
      arn: id,
      insightsConfiguration: inputs.insightsConfiguration ?? {
        insightsEnabled: false,
        notificationsEnabled: false,
      },
    }),
    forceNew: ["groupName"],
    rules: [
      textRule({
        property: "groupName",
        code: "InvalidRequestException",
        pattern: /^.{1,32}$/,
        requires: "must be 1 to 32 characters",
      }),
    ],
    refuse: unique(["groupName"], "InvalidRequestException"),
  },
  "aws:xray/samplingRule:SamplingRule": {
    id: inputId("ruleName"),
    arn: regionalArn("xray", ({ id }) => `sampling-rule/${id}`),
    autoname: "none",
    forceNew: ["ruleName"],
    rules: [
      textRule({
        property: "ruleName",
        code: "InvalidRequestException",
        pattern: /^.{1,32}$/,
        requires: "must be 1 to 32 characters",
      }),
      range("priority", "InvalidRequestException", 1, 9999),
      range("fixedRate", "InvalidRequestException", 0, 1),
    ],
    refuse: unique(["ruleName"], "InvalidRequestException"),
  },
};

function detectorArn(creation: Creation): string {
  const id = madeUuid(creation);
  return regionalArn("logs", () => `anomaly-detector:${id}`)({ ...creation, id });
}

function xrayArn(kind: string, property: string): (creation: Creation) => string {
  return (creation) =>
    regionalArn(
      "xray",
      () => `${kind}/${textOf(creation.inputs[property])}/${uuid(creation.urn)}`,
    )({ ...creation, id: "" });
}
