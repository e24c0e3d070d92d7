import { AwsError } from "../aws-error";
import { partitionOf } from "../identity";
import { isUnknown, isWireList, isWireObject, type Wire } from "../wire";
import {
  choiceRule,
  existing,
  inputId,
  range,
  textOf,
  textRule,
  unique,
  madeUuid,
  type Created,
  type ResourceTypes,
} from "./definition";

/** Where health checkers stand. Source: Route 53 API, HealthCheckConfig, Regions. */
const CHECKERS =
  "us-east-1 us-west-1 us-west-2 eu-west-1 ap-southeast-1 ap-southeast-2 ap-northeast-1 sa-east-1".split(" ");

function areCheckers(value: Wire): boolean {
  return (
    isWireList(value) &&
    value.length >= 3 &&
    value.every((region) => isUnknown(region) || CHECKERS.includes(textOf(region)))
  );
}

const BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const ALARMS = ["aws:cloudwatch/metricAlarm:MetricAlarm", "aws:cloudwatch/compositeAlarm:CompositeAlarm"];

/** Source: CloudFormation, PracticeRunConfiguration, BlockedWindows and AllowedWindows. */
function areWindows(value: Wire): boolean {
  const window = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun):\d{2}:\d{2}-(Mon|Tue|Wed|Thu|Fri|Sat|Sun):\d{2}:\d{2}$/;
  return (
    isWireList(value) &&
    value.length <= 15 &&
    value.every((each) => isUnknown(each) || window.test(textOf(each)))
  );
}

const alarmsOf = (conditions: Wire | undefined): readonly string[] =>
  isWireList(conditions)
    ? conditions.flatMap((each) => (isWireObject(each) ? [textOf(each.alarmIdentifier)] : []))
    : [];

/** Source: ARC API, CreatePracticeRunConfiguration: an outcome alarm, alarms of the Region, and a balancer that admits shifts. */
function refuseAutoshift({ world, inputs, settings }: Created): void {
  const refused = (message: string): AwsError => new AwsError("ValidationException", message);
  const outcomes = alarmsOf(inputs.outcomeAlarms);
  if (outcomes.length === 0) throw refused("an outcome alarm is required");
  const known = new Set(
    ALARMS.flatMap((type) => existing(world, type).map(({ attributes }) => textOf(attributes.arn))),
  );
  for (const arn of [...outcomes, ...alarmsOf(inputs.blockingAlarms)].filter((each) => each !== "")) {
    if (!known.has(arn)) throw refused(`${arn} does not exist`);
    if (arn.split(":")[3] !== settings.region) throw refused(`${arn} is no alarm of ${settings.region}`);
  }
  if (inputs.allowedWindows !== undefined && inputs.blockedWindows !== undefined)
    throw refused("windows are either allowed or blocked");
  const balancer = existing(world, BALANCER).find(({ id }) => id === textOf(inputs.resourceArn));
  if (balancer !== undefined && balancer.attributes.enableZonalShift !== true)
    throw refused(`${balancer.id} does not admit zonal shifts`);
}

/** Source: ECR API, ReplicationConfiguration and ReplicationRule. */
function isReplication(value: Wire): boolean {
  const rules = isWireObject(value) ? value.rules : undefined;
  return (
    isWireList(rules) &&
    rules.length <= 10 &&
    rules.every((rule) => {
      const destinations = isWireObject(rule) ? rule.destinations : undefined;
      return isWireList(destinations) && destinations.length >= 1 && destinations.length <= 25;
    })
  );
}

function refuseOwnRegion({ inputs, settings }: Created): void {
  const { replicationConfiguration } = inputs;
  const rules = isWireObject(replicationConfiguration) ? replicationConfiguration.rules : [];
  const destinations = isWireList(rules)
    ? rules.flatMap((rule) => (isWireObject(rule) && isWireList(rule.destinations) ? rule.destinations : []))
    : [];
  const own = destinations.some(
    (to) => isWireObject(to) && to.region === settings.region && textOf(to.registryId) === settings.accountId,
  );
  if (own) throw new AwsError("ValidationException", "a registry cannot replicate to itself");
}

/** Source: ECR API, CreateRepositoryCreationTemplate: one of a prefix, and a role where there is a key. */
function refuseTemplate(created: Created): void {
  unique(["prefix"], "TemplateAlreadyExistsException")(created);
  const { encryptionConfigurations, customRoleArn } = created.inputs;
  if (JSON.stringify(encryptionConfigurations ?? []).includes('"KMS"') && customRoleArn === undefined)
    throw new AwsError(
      "ValidationException",
      "a role is required where repositories have a key of their own",
    );
}

/** What tells whether a place can be reached, and what moves traffic to another one. */
export const FAILOVER_TYPES: ResourceTypes = {
  "aws:route53/healthCheck:HealthCheck": {
    id: madeUuid,
    arn: ({ id, settings }) => `arn:${partitionOf(settings.region).name}:route53:::healthcheck/${id}`,
    computed: ({ inputs }) => ({
      enableSni: textOf(inputs.type).startsWith("HTTPS"),
      failureThreshold: 3,
      regions: CHECKERS,
      triggers: {},
    }),
    forceNew: ["measureLatency", "referenceName", "requestInterval", "routingControlArn", "type"],
    rules: [
      choiceRule("type", "InvalidInput", [
        ...["HTTP", "HTTPS", "HTTP_STR_MATCH", "HTTPS_STR_MATCH", "TCP", "CALCULATED"],
        ...["CLOUDWATCH_METRIC", "RECOVERY_CONTROL"],
      ]),
      choiceRule("requestInterval", "InvalidInput", [10, 30]),
      range("failureThreshold", "InvalidInput", 1, 10),
      textRule({
        property: "resourcePath",
        code: "InvalidInput",
        pattern: /^[!-~]{1,255}$/,
        requires: "must be 1 to 255 characters without blanks",
      }),
      textRule({
        property: "fqdn",
        code: "InvalidInput",
        pattern: /^[!-~]{1,255}$/,
        requires: "must be a name of 1 to 255 characters",
      }),
      {
        property: "regions",
        code: "InvalidInput",
        requires: `must be at least three of ${CHECKERS.join(", ")}`,
        holds: areCheckers,
      },
    ],
  },
  "aws:arczonalshift/zonalAutoshiftConfiguration:ZonalAutoshiftConfiguration": {
    id: inputId("resourceArn"),
    forceNew: ["resourceArn"],
    references: { resourceArn: { types: [BALANCER], missing: "ResourceNotFoundException" } },
    rules: [
      choiceRule("zonalAutoshiftStatus", "ValidationException", ["ENABLED", "DISABLED"]),
      ...(["allowedWindows", "blockedWindows"] as const).map((property) => ({
        property,
        code: "ValidationException",
        requires: "must be up to 15 windows such as Mon:08:00-Mon:20:00",
        holds: areWindows,
      })),
    ],
    refuse: refuseAutoshift,
  },
  "aws:ecr/replicationConfiguration:ReplicationConfiguration": {
    id: ({ settings }) => settings.accountId,
    computed: ({ settings }) => ({ registryId: settings.accountId }),
    rules: [
      {
        property: "replicationConfiguration",
        code: "InvalidParameterException",
        requires: "must have up to 10 rules, each of 1 to 25 destinations",
        holds: isReplication,
      },
    ],
    refuse: refuseOwnRegion,
  },
  "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate": {
    id: inputId("prefix"),
    computed: ({ settings }) => ({ registryId: settings.accountId }),
    forceNew: ["prefix"],
    references: { customRoleArn: { types: ["aws:iam/role:Role"], missing: "InvalidParameterException" } },
    rules: [
      textRule({
        property: "prefix",
        code: "InvalidParameterException",
        pattern: /^(?=.{2,256}$)(([a-z0-9]+([._-][a-z0-9]+)*\/)*[a-z0-9]+([._-][a-z0-9]+)*\/?|ROOT)$/,
        requires: "must be the beginning of a repository's name, or ROOT",
      }),
      choiceRule("imageTagMutability", "InvalidParameterException", [
        ...["MUTABLE", "IMMUTABLE", "IMMUTABLE_WITH_EXCLUSION", "MUTABLE_WITH_EXCLUSION"],
      ]),
    ],
    refuse: refuseTemplate,
  },
};
