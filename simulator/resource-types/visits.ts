import { AwsError } from "../aws-error";
import { uuid } from "../identity";
import { isUnknown, isWireList, isWireObject, type Wire } from "../wire";
import {
  choiceRule,
  existing,
  inputId,
  range,
  regionalArn,
  textOf,
  textRule,
  unique,
  type Created,
  type ResourceTypes,
} from "./definition";

const LOG_POLICY = "aws:cloudwatch/logResourcePolicy:LogResourcePolicy";

/** Source: Synthetics API, CanaryScheduleInput: up to an hour; 0 runs once. */
function isCanarySchedule(value: Wire): boolean {
  const expression = isWireObject(value) ? textOf(value.expression) : "";
  const [, count, unit] = /^rate\((\d+) (minutes?|hour)\)$/.exec(expression) ?? [];
  if (count === undefined) return /^cron\(.+\)$/.test(expression);
  return unit === "hour"
    ? Number(count) <= 1
    : Number(count) <= 60 && (count === "1") === (unit === "minute");
}

/** Source: CloudWatch user guide, enabling transaction search by the API: X-Ray has to be admitted to the log of spans before. */
function refuseUnadmitted({ world, inputs, settings }: Created): void {
  if (inputs.destination !== "CloudWatchLogs") return;
  const admitted = existing(world, LOG_POLICY).some(
    ({ attributes: { region, policyDocument } }) =>
      (region === undefined || region === settings.region) &&
      ["xray.amazonaws.com", "log-group:aws/spans"].every((part) => textOf(policyDocument).includes(part)),
  );
  if (!admitted) {
    throw new AwsError("InvalidRequestException", "X-Ray may not call PutLogEvents on the log aws/spans");
  }
}

/** Source: CloudWatch RUM API, AppMonitorConfiguration. */
function isAppMonitorConfiguration(value: Wire): boolean {
  if (!isWireObject(value)) return false;
  const { sessionSampleRate = 0.1, telemetries = [] } = value;
  const words = isWireList(telemetries) ? telemetries : [telemetries];
  return (
    typeof sessionSampleRate === "number" &&
    sessionSampleRate >= 0 &&
    sessionSampleRate <= 1 &&
    words.every((word) => isUnknown(word) || ["errors", "performance", "http"].includes(textOf(word)))
  );
}

/** Source: Cognito API, SetIdentityPoolRoles: guests and those who have signed in. */
function areRolesOfPool(value: Wire): boolean {
  return (
    isWireObject(value) &&
    Object.keys(value).every((key) => ["authenticated", "unauthenticated"].includes(key))
  );
}

/** What browsers measure of real users, and the guests that they are. */
const REAL_USER_TYPES: ResourceTypes = {
  "aws:rum/appMonitor:AppMonitor": {
    id: inputId("name"),
    arn: regionalArn("rum", ({ id }) => `appmonitor/${id}`),
    defaults: { cwLogEnabled: false },
    computed: ({ urn }) => ({
      appMonitorId: uuid(urn),
      customEvents: { status: "DISABLED" },
      cwLogGroup: "",
    }),
    forceNew: ["name"],
    rules: [
      textRule({
        property: "name",
        code: "ValidationException",
        pattern: /^(?!\.)[.\-_#A-Za-z0-9]{1,255}$/,
        requires: "must be 1 to 255 letters, digits or .-_#, without a dot in front",
      }),
      {
        property: "appMonitorConfiguration",
        code: "ValidationException",
        requires:
          "must have a sessionSampleRate from 0 to 1, and telemetries of errors, performance and http",
        holds: isAppMonitorConfiguration,
      },
    ],
    refuse: unique(["name"], "ConflictException"),
  },
  "aws:cognito/identityPool:IdentityPool": {
    id: ({ urn, settings }) => `${settings.region}:${uuid(urn)}`,
    arn: regionalArn("cognito-identity", ({ id }) => `identitypool/${id}`),
    defaults: { allowClassicFlow: false, allowUnauthenticatedIdentities: false },
    forceNew: ["developerProviderName"],
    rules: [
      textRule({
        property: "identityPoolName",
        code: "InvalidParameterException",
        pattern: /^[\w\s+=,.@-]{1,128}$/,
        requires: "must be 1 to 128 letters, digits, blanks or +=,.@-_",
      }),
    ],
  },
  "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment": {
    id: inputId("identityPoolId"),
    forceNew: ["identityPoolId"],
    references: {
      identityPoolId: {
        types: ["aws:cognito/identityPool:IdentityPool"],
        missing: "ResourceNotFoundException",
      },
    },
    rules: [
      {
        property: "roles",
        code: "InvalidParameterException",
        requires: "must have no keys but authenticated and unauthenticated",
        holds: areRolesOfPool,
      },
    ],
  },
};

/** What visits from outside, what those who come measure, and where traces go. */
export const VISIT_TYPES: ResourceTypes = {
  ...REAL_USER_TYPES,
  "aws:synthetics/canary:Canary": {
    id: inputId("name"),
    arn: regionalArn("synthetics", ({ id }) => `canary:${id}`),
    defaults: { failureRetentionPeriod: 31, startCanary: false, successRetentionPeriod: 31 },
    computed: (created) => {
      const resource = (kind: string): string => `${kind}:cwsyn-${created.id}-${uuid(created.urn)}:1`;
      return {
        engineArn: regionalArn("lambda", () => resource("function"))(created),
        sourceLocationArn: regionalArn("lambda", () => resource("layer"))(created),
        status: created.inputs.startCanary === true ? "RUNNING" : "READY",
        timelines: [],
      };
    },
    forceNew: ["name"],
    references: {
      s3Bucket: { types: ["aws:s3/bucket:Bucket"], missing: "ValidationException" },
    },
    rules: [
      textRule({
        property: "name",
        code: "ValidationException",
        pattern: /^[0-9a-z_-]{1,255}$/,
        requires: "must be 1 to 255 small letters, digits, - or _",
      }),
      textRule({
        property: "runtimeVersion",
        code: "ValidationException",
        pattern: /^syn-(nodejs|nodejs-puppeteer|nodejs-playwright|python-selenium|java)-\d+\.\d+$/,
        requires: "must be a runtime of Synthetics",
      }),
      {
        property: "schedule",
        code: "ValidationException",
        requires: "must be rate(n minutes) of an hour at most, or cron(...)",
        holds: isCanarySchedule,
      },
      range("successRetentionPeriod", "ValidationException", 1, 455),
      range("failureRetentionPeriod", "ValidationException", 1, 455),
    ],
    refuse: unique(["name"], "ConflictException"),
  },
  "aws:xray/traceSegmentDestination:TraceSegmentDestination": {
    id: ({ settings }) => settings.region,
    rules: [choiceRule("destination", "InvalidRequestException", ["XRay", "CloudWatchLogs"])],
    refuse: refuseUnadmitted,
  },
};
