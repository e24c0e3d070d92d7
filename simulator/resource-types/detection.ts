import { AwsError } from "../aws-error";
import { digest, uuid } from "../identity";
import type { Wire } from "../wire";
import {
  choiceRule,
  existing,
  inputId,
  regionalArn,
  textOf,
  textRule,
  unique,
  type Created,
  type Creation,
  type Reference,
  type ResourceType,
  type ResourceTypes,
} from "./definition";

/** Refuses a second one in a Region. */
function onePerRegion(code: string): (created: Created) => void {
  return ({ world, type, settings }) => {
    const taken = existing(world, type).find(({ attributes }) => attributes.region === settings.region);
    if (taken === undefined) return;
    throw new AwsError(
      code,
      `${settings.region} has ${taken.id} already; a Region has only one. Adopt it instead`,
    );
  };
}

const RECORDER: Reference = {
  types: ["aws:cfg/recorder:Recorder"],
  missing: "NoAvailableConfigurationRecorderException",
};

function refuseWithoutRecorder({ world, settings }: Created): void {
  const found = existing(world, RECORDER.types[0] ?? "").some(
    ({ attributes }) => attributes.region === settings.region,
  );
  if (found) return;
  throw new AwsError(RECORDER.missing, `${settings.region} has no configuration recorder; make it first`);
}

const HUB = "aws:securityhub/account:Account";

function refuseWithoutHub({ world, settings }: Created): void {
  if (existing(world, HUB).some(({ attributes }) => attributes.region === settings.region)) return;
  throw new AwsError("InvalidAccessException", `Security Hub is not enabled in ${settings.region}`);
}

const account = ({ settings }: Creation): string => settings.accountId;

const detectorId = ({ urn, generation }: Creation): string => digest(`${urn}#${generation}`, 32);

const TRAIL: ResourceType = {
  id: (creation) =>
    regionalArn("cloudtrail", ({ inputs }) => `trail/${textOf(inputs.name)}`)({ ...creation, id: "" }),
  arn: regionalArn("cloudtrail", ({ inputs }) => `trail/${textOf(inputs.name)}`),
  defaults: {
    enableLogging: true,
    enableLogFileValidation: false,
    isMultiRegionTrail: false,
    includeGlobalServiceEvents: true,
  },
  computed: ({ settings }) => ({ homeRegion: settings.region, snsTopicArn: "" }),
  forceNew: ["name"],
  references: {
    s3BucketName: { types: ["aws:s3/bucket:Bucket"], missing: "S3BucketDoesNotExistException" },
    kmsKeyId: { types: ["aws:kms/key:Key"], missing: "KmsKeyNotFoundException" },
  },
  refuse: unique(["name"], "TrailAlreadyExistsException"),
};

const MACIE = "aws:macie2/account:Account";

const CLASSIFICATION_JOB: ResourceType = {
  id: ({ urn, generation }) => digest(`${urn}#${generation}`, 32),
  computed: (created) => ({
    createdAt: "2020-01-01T00:00:00Z",
    jobArn: regionalArn("macie2", ({ id }) => `classification-job/${id}`)(created),
    jobId: created.id,
    jobStatus: "RUNNING",
    samplingPercentage: 100,
  }),
  forceNew: [
    "description",
    "initialRun",
    "jobType",
    "name",
    "s3JobDefinition",
    "samplingPercentage",
    "scheduleFrequency",
  ],
  rules: [
    choiceRule("jobType", "ValidationException", ["ONE_TIME", "SCHEDULED"]),
    {
      property: "samplingPercentage",
      code: "ValidationException",
      requires: "must be 1 to 100",
      holds: (value) => typeof value === "number" && value >= 1 && value <= 100,
    },
  ],
  refuse: ({ world, settings }) => {
    const enabled = existing(world, MACIE).some(({ attributes }) => attributes.region === settings.region);
    if (!enabled) throw new AwsError("AccessDeniedException", `Macie is not enabled in ${settings.region}`);
  },
};

/** What records and watches an account: CloudTrail, Config, GuardDuty, Security Hub, Inspector, Macie, Detective. */
export const DETECTION_TYPES: ResourceTypes = {
  "aws:cloudtrail/trail:Trail": TRAIL,
  "aws:cfg/recorder:Recorder": {
    id: inputId("name"),
    autoname: "none",
    defaults: { name: "default" },
    forceNew: ["name"],
    refuse: onePerRegion("MaxNumberOfConfigurationRecordersExceededException"),
  },
  "aws:cfg/recorderStatus:RecorderStatus": {
    id: inputId("name"),
    autoname: "none",
    forceNew: ["name"],
    references: { name: RECORDER },
  },
  "aws:cfg/deliveryChannel:DeliveryChannel": {
    id: inputId("name"),
    autoname: "none",
    defaults: { name: "default" },
    forceNew: ["name"],
    references: { s3BucketName: { types: ["aws:s3/bucket:Bucket"], missing: "NoSuchBucketException" } },
    refuse: (created) => {
      refuseWithoutRecorder(created);
      onePerRegion("MaxNumberOfDeliveryChannelsExceededException")(created);
    },
  },
  "aws:cfg/retentionConfiguration:RetentionConfiguration": {
    id: () => "default",
    computed: () => ({ name: "default" }),
    rules: [
      {
        property: "retentionPeriodInDays",
        code: "InvalidParameterValueException",
        requires: "must be 30 to 2557",
        holds: (value) => typeof value === "number" && value >= 30 && value <= 2557,
      },
    ],
  },
  "aws:cfg/rule:Rule": {
    id: inputId("name"),
    arn: regionalArn("config", ({ id }) => `config-rule/config-rule-${digest(id, 6)}`),
    computed: ({ id }) => ({ ruleId: `config-rule-${digest(id, 6)}` }),
    forceNew: ["name"],
    refuse: refuseWithoutRecorder,
  },
  "aws:cfg/conformancePack:ConformancePack": {
    id: inputId("name"),
    arn: regionalArn("config", ({ id }) => `conformance-pack/${id}/conformance-pack-${digest(id, 9)}`),
    forceNew: ["name"],
    rules: [
      textRule({
        property: "name",
        code: "ConformancePackTemplateValidationException",
        pattern: /^[A-Za-z][-A-Za-z0-9]{0,255}$/,
        requires: "must begin with a letter, and hold letters, digits and hyphens",
      }),
    ],
    refuse: refuseWithoutRecorder,
  },
  "aws:cfg/remediationConfiguration:RemediationConfiguration": {
    id: inputId("configRuleName"),
    arn: regionalArn("config", ({ id }) => `remediation-configuration/${id}/${uuid(id)}`),
    forceNew: ["configRuleName"],
    references: {
      configRuleName: { types: ["aws:cfg/rule:Rule"], missing: "NoSuchConfigRuleException" },
    },
    rules: [choiceRule("targetType", "InvalidParameterValueException", ["SSM_DOCUMENT"])],
  },
  "aws:guardduty/detector:Detector": {
    id: detectorId,
    arn: regionalArn("guardduty", ({ id }) => `detector/${id}`),
    defaults: { enable: true },
    computed: ({ settings }) => ({ accountId: settings.accountId, findingPublishingFrequency: "SIX_HOURS" }),
    rules: [
      choiceRule("findingPublishingFrequency", "BadRequestException", [
        "FIFTEEN_MINUTES",
        "ONE_HOUR",
        "SIX_HOURS",
      ]),
    ],
    refuse: onePerRegion("BadRequestException"),
  },
  "aws:guardduty/detectorFeature:DetectorFeature": {
    id: ({ inputs }) => `${textOf(inputs.detectorId)}/${textOf(inputs.name)}`,
    autoname: "none",
    forceNew: ["detectorId", "name"],
    references: {
      detectorId: { types: ["aws:guardduty/detector:Detector"], missing: "BadRequestException" },
    },
    rules: [choiceRule("status", "BadRequestException", ["ENABLED", "DISABLED"])],
    refuse: ({ world, type, inputs }) => {
      const other: Record<string, string> = {
        EKS_RUNTIME_MONITORING: "RUNTIME_MONITORING",
        RUNTIME_MONITORING: "EKS_RUNTIME_MONITORING",
      };
      const excluded = other[textOf(inputs.name)];
      const both = existing(world, type).some(
        ({ attributes }) => attributes.detectorId === inputs.detectorId && attributes.name === excluded,
      );
      if (both)
        throw new AwsError(
          "BadRequestException",
          `${textOf(inputs.name)} and ${excluded ?? ""} exclude each other`,
        );
    },
  },
  [HUB]: {
    id: account,
    arn: regionalArn("securityhub", () => "hub/default"),
    defaults: { autoEnableControls: true, enableDefaultStandards: true },
    computed: () => ({ controlFindingGenerator: "SECURITY_CONTROL" }),
    forceNew: ["enableDefaultStandards"],
    refuse: onePerRegion("ResourceConflictException"),
  },
  "aws:securityhub/standardsSubscription:StandardsSubscription": {
    id: ({ inputs, settings }) =>
      textOf(inputs.standardsArn).replace("::standards/", `:${settings.accountId}:subscription/`),
    forceNew: ["standardsArn"],
    refuse: refuseWithoutHub,
  },
  "aws:securityhub/standardsControlAssociation:StandardsControlAssociation": {
    id: ({ inputs }) => `${textOf(inputs.securityControlId)}/${textOf(inputs.standardsArn)}`,
    forceNew: ["securityControlId", "standardsArn"],
    rules: [choiceRule("associationStatus", "InvalidInputException", ["ENABLED", "DISABLED"])],
    refuse: refuseWithoutHub,
  },
  "aws:inspector2/enabler:Enabler": {
    id: ({ inputs, settings }) => {
      const types: readonly Wire[] = Array.isArray(inputs.resourceTypes) ? inputs.resourceTypes : [];
      return `${settings.accountId}-${types.map(textOf).sort().join(":")}`;
    },
    forceNew: ["accountIds"],
  },
  [MACIE]: {
    id: account,
    computed: () => ({
      createdAt: "2020-01-01T00:00:00Z",
      serviceRole: "",
      status: "ENABLED",
      updatedAt: "2020-01-01T00:00:00Z",
    }),
    refuse: onePerRegion("ConflictException"),
  },
  "aws:macie2/classificationJob:ClassificationJob": CLASSIFICATION_JOB,
  "aws:detective/graph:Graph": {
    id: (creation) => regionalArn("detective", () => `graph:${uuid(creation.urn)}`)({ ...creation, id: "" }),
    computed: ({ id }) => ({ graphArn: id, createdTime: "2020-01-01T00:00:00Z" }),
    refuse: onePerRegion("ConflictException"),
  },
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": {
    id: inputId("bucket"),
    defaults: { objectLockEnabled: "Enabled" },
    forceNew: ["bucket"],
    references: { bucket: { types: ["aws:s3/bucket:Bucket"], missing: "NoSuchBucket" } },
  },
};
