import { AwsError } from "../aws-error";
import type { Wire, WireObject } from "../wire";
import {
  choiceRule,
  existing,
  inputId,
  regionalArn,
  textOf,
  textRule,
  unique,
  type Created,
  type ResourceTypes,
} from "./definition";

const PARAMETER = "aws:ssm/parameter:Parameter";

/** Source: quotas of Parameter Store. */
const VALUE_LENGTH = { Standard: 4096, Advanced: 8192 };

function refuseLongValue({ inputs }: Created): void {
  const value = textOf(inputs.value) || textOf(inputs.insecureValue);
  const most = textOf(inputs.tier) === "Advanced" ? VALUE_LENGTH.Advanced : VALUE_LENGTH.Standard;
  if (Buffer.byteLength(value) <= most || inputs.tier === "Intelligent-Tiering") return;
  throw new AwsError(
    "ValidationException",
    `the value has ${Buffer.byteLength(value)} bytes; at most ${most} are allowed in its tier`,
  );
}

function parameterVersion({ world, id }: Created): number {
  const before = existing(world, PARAMETER).find((parameter) => parameter.id === id);
  return before === undefined ? 1 : Number(before.attributes.version ?? 0) + 1;
}

/** A metric alarm has one metric, or a calculation over some. */
function refuseAmbiguousAlarm({ inputs }: Created): void {
  const [one, many] = [inputs.metricName !== undefined, inputs.metricQueries !== undefined];
  if (one !== many || inputs.evaluationCriteria !== undefined) return;
  throw new AwsError("ValidationError", "an alarm requires either metricName or metricQueries, and not both");
}

/** Alarms and parameters. */
export const OPERATION_TYPES: ResourceTypes = {
  "aws:cloudwatch/metricAlarm:MetricAlarm": {
    id: inputId("name"),
    arn: regionalArn("cloudwatch", ({ id }) => `alarm:${id}`),
    defaults: { actionsEnabled: true, treatMissingData: "missing" },
    computed: () => ({ evaluateLowSampleCountPercentiles: "" }),
    forceNew: ["name"],
    rules: [
      textRule({
        property: "name",
        code: "ValidationError",
        pattern: /^.{1,255}$/,
        requires: "must be 1 to 255 characters",
      }),
      choiceRule("treatMissingData", "ValidationError", ["missing", "ignore", "breaching", "notBreaching"]),
      {
        property: "datapointsToAlarm",
        code: "ValidationError",
        requires: "must not be more than evaluationPeriods",
        holds: (value, { evaluationPeriods }) =>
          typeof evaluationPeriods !== "number" || Number(value) <= evaluationPeriods,
      },
    ],
    refuse: (created) => {
      unique(["name"], "ResourceAlreadyExistsException")(created);
      refuseAmbiguousAlarm(created);
    },
  },
  [PARAMETER]: {
    id: inputId("name"),
    arn: regionalArn("ssm", ({ id }) => `parameter${id.startsWith("/") ? "" : "/"}${id}`),
    computed: (created) => ({
      dataType: "text",
      hasValueWo: false,
      insecureValue: textOf(created.inputs.value),
      keyId: "",
      tier: "Standard",
      value: textOf(created.inputs.insecureValue),
      version: parameterVersion(created),
    }),
    forceNew: ["dataType", "name"],
    rules: [
      choiceRule("type", "ValidationException", ["String", "StringList", "SecureString"]),
      choiceRule("tier", "ValidationException", ["Standard", "Advanced", "Intelligent-Tiering"]),
      ...(["value", "insecureValue"] as const).map((property) => ({
        property,
        code: "ParameterPatternMismatchException",
        requires: "must match allowedPattern",
        holds: (value: Wire, { allowedPattern }: WireObject) =>
          textOf(allowedPattern) === "" || new RegExp(textOf(allowedPattern)).test(textOf(value)),
      })),
      textRule({
        property: "name",
        code: "ValidationException",
        pattern: /^(?!\/?(aws|ssm))[A-Za-z0-9_./-]{1,1011}$/i,
        requires: "must be 1 to 1011 letters, digits or _./-, and not begin with aws or ssm",
      }),
    ],
    refuse: (created) => {
      unique(["name"], "ParameterAlreadyExists")(created);
      refuseLongValue(created);
    },
  },
};
