import { AwsError } from "../aws-error";
import { refuseMissingService } from "./containers";
import {
  choiceRule,
  existing,
  inputId,
  regionalArn,
  textOf,
  type Created,
  type ResourceTypes,
} from "./definition";
import { uuid } from "../identity";

const TARGET = "aws:appautoscaling/target:Target";

/** Properties that say which dimension of which resource is scaled. */
const DIMENSION = ["resourceId", "scalableDimension", "serviceNamespace"] as const;

function refuseLowMaximum({ inputs }: Created): void {
  const { minCapacity, maxCapacity } = inputs;
  if (typeof minCapacity !== "number" || typeof maxCapacity !== "number" || minCapacity <= maxCapacity)
    return;
  throw new AwsError(
    "ValidationException",
    `maxCapacity is ${maxCapacity}; it must not be below minCapacity ${minCapacity}`,
  );
}

function refuseUnregistered({ inputs, world }: Created): void {
  const registered = existing(world, TARGET).some(({ attributes }) =>
    DIMENSION.every((property) => attributes[property] === inputs[property]),
  );
  if (registered) return;
  throw new AwsError(
    "ObjectNotFoundException",
    `no scalable target is registered for ${DIMENSION.map((property) => textOf(inputs[property])).join(", ")}`,
  );
}

/** Application Auto Scaling. */
export const SCALING_TYPES: ResourceTypes = {
  [TARGET]: {
    id: inputId("resourceId"),
    arn: regionalArn(
      "application-autoscaling",
      ({ urn }) => `scalable-target/${uuid(urn).replaceAll("-", "")}`,
    ),
    computed: () => ({
      suspendedState: {
        dynamicScalingInSuspended: false,
        dynamicScalingOutSuspended: false,
        scheduledScalingSuspended: false,
      },
    }),
    forceNew: [...DIMENSION],
    refuse: (created) => {
      refuseLowMaximum(created);
      refuseMissingService(created);
    },
  },
  "aws:appautoscaling/policy:Policy": {
    id: inputId("name"),
    arn: regionalArn(
      "autoscaling",
      ({ urn, inputs }) =>
        `scalingPolicy:${uuid(urn)}:resource/${textOf(inputs.serviceNamespace)}/${textOf(inputs.resourceId)}:policyName/${textOf(inputs.name)}`,
    ),
    defaults: { policyType: "StepScaling" },
    computed: () => ({ alarmArns: [] }),
    forceNew: ["name", ...DIMENSION],
    rules: [
      choiceRule("policyType", "ValidationException", [
        "PredictiveScaling",
        "StepScaling",
        "TargetTrackingScaling",
      ]),
    ],
    refuse: refuseUnregistered,
  },
};
