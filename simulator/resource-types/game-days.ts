import { AwsError } from "../aws-error";
import { digest } from "../identity";
import { isWireList, isWireObject, type Wire, type WireObject } from "../wire";
import {
  choiceRule,
  inputId,
  regionalArn,
  textOf,
  textRule,
  unique,
  madeUuid,
  type Created,
  type Creation,
  type ResourceTypes,
} from "./definition";

const GROUP = "aws:scheduler/scheduleGroup:ScheduleGroup";
const TEMPLATE = "aws:fis/experimentTemplate:ExperimentTemplate";
const SINK = "aws:oam/sink:Sink";
const REFUSED = "ValidationException";

/** Source: quotas of Fault Injection Service. */
const MOST_STOP_CONDITIONS = 5;

const objects = (value: Wire | undefined): readonly WireObject[] =>
  isWireList(value) ? value.filter(isWireObject) : [];

/** An action works on a target of the same template. */
function refuseUnknownTarget({ inputs }: Created): void {
  const names = new Set(objects(inputs.targets).map(({ name }) => textOf(name)));
  for (const { name, target } of objects(inputs.actions)) {
    const wanted = isWireObject(target) ? textOf(target.value) : "";
    if (isWireObject(target) && !names.has(wanted)) {
      throw new AwsError(REFUSED, `action ${textOf(name)} works on ${wanted}, which is no target`);
    }
  }
}

const isStopCondition = ({ source, value }: WireObject): boolean =>
  source === "none"
    ? value === undefined
    : source === "aws:cloudwatch:alarm" && /^(arn:[^:]+:cloudwatch:.+:alarm:.+)?$/.test(textOf(value));

/** A schedule's times: at(), rate() or cron() of six fields, of which one day is left open. */
const isSchedule = (value: Wire): boolean =>
  /^(at\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\)|rate\(\d+ (minute|hour|day)s?\)|cron\((\S+ ){5}\S+\))$/.test(
    textOf(value),
  ) &&
  (!textOf(value).startsWith("cron") || textOf(value).includes("?"));

const oamArn =
  (kind: "link" | "sink") =>
  (creation: Creation): string =>
    regionalArn(
      "oam",
      () => `${kind}/${madeUuid(creation)}`,
    )({
      ...creation,
      id: "",
    });

const lastPart = (arn: string): string => arn.replace(/^.*\//, "");

/** Faults on purpose and when, and what accounts show each other. */
export const GAME_DAY_TYPES: ResourceTypes = {
  [TEMPLATE]: {
    id: ({ urn, generation }) => `EXT${digest(`${urn}#${generation}`, 15)}`,
    autoname: "none",
    computed: ({ inputs }) => ({
      experimentOptions: inputs.experimentOptions ?? {
        accountTargeting: "single-account",
        emptyTargetResolutionMode: "fail",
      },
    }),
    references: { roleArn: { types: ["aws:iam/role:Role"], missing: REFUSED } },
    rules: [
      {
        property: "stopConditions",
        code: REFUSED,
        requires: `must be 1 to ${MOST_STOP_CONDITIONS} alarms, or none alone`,
        holds: (value) => {
          const conditions = objects(value);
          return (
            conditions.length >= 1 &&
            conditions.length <= MOST_STOP_CONDITIONS &&
            conditions.every(isStopCondition) &&
            (conditions.length === 1 || !conditions.some(({ source }) => source === "none"))
          );
        },
      },
      {
        property: "targets",
        code: REFUSED,
        requires: "must select by ARN or by tag: ALL, COUNT(n) or PERCENT(n)",
        holds: (value) =>
          objects(value).every(
            ({ selectionMode, resourceArns, resourceTags }) =>
              /^(ALL|COUNT\(\d+\)|PERCENT\(\d+\))$/.test(textOf(selectionMode)) &&
              (resourceArns === undefined) !== (resourceTags === undefined),
          ),
      },
      {
        property: "logConfiguration",
        code: REFUSED,
        requires: "must name a log group by an ARN that ends with :*",
        holds: (value) => {
          const logs = isWireObject(value) ? value.cloudwatchLogsConfiguration : undefined;
          if (!isWireObject(logs) || typeof logs.logGroupArn !== "string") return true;
          return textOf(logs.logGroupArn) === "" || textOf(logs.logGroupArn).endsWith(":*");
        },
      },
    ],
    refuse: refuseUnknownTarget,
  },
  [GROUP]: {
    id: inputId("name"),
    arn: regionalArn("scheduler", ({ id }) => `schedule-group/${id}`),
    computed: () => ({
      creationDate: "2026-11-01T00:00:00Z",
      lastModificationDate: "2026-11-01T00:00:00Z",
      state: "ACTIVE",
    }),
    forceNew: ["name"],
    rules: [
      textRule({
        property: "name",
        code: REFUSED,
        pattern: /^[0-9a-zA-Z_.-]{1,64}$/,
        requires: "must be 1 to 64 letters, digits, -, _ or .",
      }),
    ],
    refuse: unique(["name"], "ConflictException"),
  },
  "aws:scheduler/schedule:Schedule": {
    id: ({ inputs }) => `${textOf(inputs.groupName) || "default"}/${textOf(inputs.name)}`,
    arn: regionalArn("scheduler", ({ id }) => `schedule/${id}`),
    defaults: { scheduleExpressionTimezone: "UTC", state: "ENABLED" },
    computed: () => ({ actionAfterCompletion: "NONE", groupName: "default" }),
    forceNew: ["groupName", "name"],
    references: {
      groupName: { types: [GROUP], missing: "ResourceNotFoundException", except: /^default$/ },
    },
    rules: [
      choiceRule("state", REFUSED, ["DISABLED", "ENABLED"]),
      {
        property: "scheduleExpression",
        code: REFUSED,
        requires: "must be at(), rate() or cron() of six fields with a ?",
        holds: isSchedule,
      },
      {
        property: "flexibleTimeWindow",
        code: REFUSED,
        requires: "must be OFF, or FLEXIBLE with minutes",
        holds: (value) =>
          isWireObject(value) && (value.mode === "OFF") === (value.maximumWindowInMinutes === undefined),
      },
    ],
  },
  [SINK]: {
    id: oamArn("sink"),
    computed: ({ id }) => ({ arn: id, sinkId: lastPart(id) }),
    forceNew: ["name"],
    refuse: ({ world, type, settings }) => {
      const other = world.resources.find(
        (resource) => resource.type === type && resource.attributes.region === settings.region,
      );
      if (other !== undefined) {
        throw new AwsError("ConflictException", `there is already ${other.id}; a Region has one sink`);
      }
    },
  },
  "aws:oam/sinkPolicy:SinkPolicy": {
    id: inputId("sinkIdentifier"),
    computed: ({ id }) => ({ arn: id, sinkId: lastPart(id) }),
    forceNew: ["sinkIdentifier"],
    references: { sinkIdentifier: { types: [SINK], missing: "ResourceNotFoundException" } },
  },
  "aws:oam/link:Link": {
    id: oamArn("link"),
    computed: ({ id, inputs }) => ({
      arn: id,
      label: textOf(inputs.labelTemplate),
      linkId: lastPart(id),
      sinkArn: textOf(inputs.sinkIdentifier),
    }),
    forceNew: ["labelTemplate", "sinkIdentifier"],
    rules: [
      textRule({
        property: "sinkIdentifier",
        code: "InvalidParameterException",
        pattern: /^arn:[a-z-]+:oam:[a-z0-9-]+:\d{12}:sink\/.+$/,
        requires: "must be the ARN of a sink",
      }),
    ],
    refuse: unique(["sinkIdentifier"], "ConflictException"),
  },
};
