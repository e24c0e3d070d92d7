import { AwsError } from "../aws-error";
import { isWireObject, type Wire } from "../wire";
import {
  choiceRule,
  existing,
  inputId,
  prefixedId,
  regionalArn,
  textOf,
  textRule,
  unique,
  madeUuid,
  type Created,
  type ResourceTypes,
} from "./definition";
import { ABOUT_SUBNET } from "./references";

const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const GROUP = "aws:autoscaling/group:Group";

/** Days of seconds that an instance may live. Source: MaxInstanceLifetime of CreateAutoScalingGroup. */
const LIFETIME = { least: 86_400, most: 31_536_000 };

/** Every change makes a version of its own. */
function versionOf({ world, id }: Created): number {
  const before = existing(world, TEMPLATE).find((template) => template.id === id);
  return before === undefined ? 1 : Number(before.attributes.latestVersion ?? 0) + 1;
}

function templateOf({ inputs, world }: Created): ReturnType<typeof existing>[number] | undefined {
  const given = isWireObject(inputs.launchTemplate) ? inputs.launchTemplate : {};
  return existing(world, TEMPLATE).find(
    ({ id, attributes }) => id === given.id || (given.name !== undefined && attributes.name === given.name),
  );
}

function refuseMissingTemplate(created: Created): void {
  if (!isWireObject(created.inputs.launchTemplate) || templateOf(created) !== undefined) return;
  throw new AwsError("ValidationError", "launchTemplate names a template that does not exist");
}

/** Source: "A rollback is not supported" in RollbackInstanceRefresh. */
function refuseRollbackWithoutImage(created: Created): void {
  const refresh = created.inputs.instanceRefresh;
  const preferences = isWireObject(refresh) && isWireObject(refresh.preferences) ? refresh.preferences : {};
  const image = textOf(templateOf(created)?.attributes.imageId);
  if (preferences.autoRollback !== true || !image.startsWith("resolve:ssm:")) return;
  throw new AwsError(
    "ValidationError",
    `autoRollback is true and the template's image is ${image}; a refresh can be rolled back only to the id of an image`,
  );
}

function isRange(value: Wire, { maxSize }: { readonly maxSize?: Wire }): boolean {
  return typeof maxSize !== "number" || Number(value) <= maxSize;
}

/** Launch templates and Auto Scaling groups. */
export const INSTANCE_TYPES: ResourceTypes = {
  [TEMPLATE]: {
    id: prefixedId("lt"),
    arn: regionalArn("ec2", ({ id }) => `launch-template/${id}`),
    autoname: { property: "name", maxLength: 128 },
    computed: (created) => {
      const version = versionOf(created);
      return {
        defaultVersion: created.inputs.updateDefaultVersion === true ? version : 1,
        latestVersion: version,
        metadataOptions: {},
        namePrefix: "",
      };
    },
    forceNew: ["name", "namePrefix"],
    rules: [
      textRule({
        property: "name",
        code: "InvalidLaunchTemplateName.MalformedException",
        pattern: /^[a-zA-Z0-9().\-/_]{3,128}$/,
        requires: "must be 3 to 128 letters, digits or ().-/_",
      }),
    ],
    refuse: unique(["name"], "InvalidLaunchTemplateName.AlreadyExistsException"),
  },
  [GROUP]: {
    id: inputId("name"),
    arn: regionalArn(
      "autoscaling",
      (created) => `autoScalingGroup:${madeUuid(created)}:autoScalingGroupName/${created.id}`,
    ),
    defaults: {
      forceDelete: false,
      forceDeleteWarmPool: false,
      healthCheckGracePeriod: 300,
      ignoreFailedScalingActivities: false,
      metricsGranularity: "1Minute",
      protectFromScaleIn: false,
      waitForCapacityTimeout: "10m",
    },
    computed: ({ inputs }) => ({
      availabilityZones: [],
      defaultCooldown: 300,
      desiredCapacity: inputs.minSize ?? 0,
      healthCheckType: "EC2",
      namePrefix: "",
      predictedCapacity: 0,
      serviceLinkedRoleArn: "",
      targetGroupArns: [],
      warmPoolSize: 0,
    }),
    forceNew: ["name", "namePrefix"],
    references: {
      targetGroupArns: {
        types: ["aws:lb/targetGroup:TargetGroup"],
        missing: "ValidationError",
        holds: "ResourceInUse",
      },
      vpcZoneIdentifiers: ABOUT_SUBNET,
    },
    rules: [
      choiceRule("healthCheckType", "ValidationError", ["EC2", "ELB", "EBS", "VPC_LATTICE"]),
      {
        property: "minSize",
        code: "ValidationError",
        requires: "must not be more than maxSize",
        holds: isRange,
      },
      {
        property: "maxInstanceLifetime",
        code: "ValidationError",
        requires: `must be 0 or ${LIFETIME.least} to ${LIFETIME.most} seconds`,
        holds: (value) => value === 0 || (Number(value) >= LIFETIME.least && Number(value) <= LIFETIME.most),
      },
    ],
    refuse: (created) => {
      unique(["name"], "AlreadyExists")(created);
      refuseMissingTemplate(created);
      refuseRollbackWithoutImage(created);
    },
  },
  "aws:autoscaling/policy:Policy": {
    id: inputId("name"),
    arn: regionalArn(
      "autoscaling",
      (created) =>
        `scalingPolicy:${madeUuid(created)}:autoScalingGroupName/${textOf(created.inputs.autoscalingGroupName)}:policyName/${textOf(created.inputs.name)}`,
    ),
    defaults: { enabled: true, policyType: "SimpleScaling" },
    computed: () => ({ metricAggregationType: "" }),
    forceNew: ["autoscalingGroupName", "name"],
    references: { autoscalingGroupName: { types: [GROUP], missing: "ValidationError" } },
    rules: [
      choiceRule("policyType", "ValidationError", [
        "SimpleScaling",
        "StepScaling",
        "TargetTrackingScaling",
        "PredictiveScaling",
      ]),
    ],
  },
};
