import { AwsError } from "../aws-error";
import { digest } from "../identity";
import { isWireList, isWireObject, type Wire, type WireObject } from "../wire";
import {
  choiceRule,
  existing,
  globalArn,
  range,
  textOf,
  textRule,
  type Created,
  type ResourceTypes,
} from "./definition";

/** Token of plans. */
export const REGION_SWITCH_PLAN = "aws:arcregionswitch/plan:Plan";

const REFUSED = "ValidationException";

/** What each type of execution block is configured by. Source: ARC Region switch API, Step and ExecutionBlockConfiguration. */
const BLOCKS: Readonly<Record<string, string>> = {
  EC2AutoScaling: "ec2AsgCapacityIncreaseConfigs",
  ECSServiceScaling: "ecsCapacityIncreaseConfigs",
  ManualApproval: "executionApprovalConfigs",
  Parallel: "parallelConfigs",
  Route53HealthCheck: "route53HealthCheckConfigs",
};

const objects = (value: Wire | undefined): readonly WireObject[] =>
  isWireList(value) ? value.filter(isWireObject) : [];

/** Every step of a plan, those within parallel ones included. */
export function stepsOfPlan(plan: WireObject): readonly WireObject[] {
  return objects(plan.workflows)
    .flatMap(({ steps }) => objects(steps))
    .flatMap((step) => [step, ...objects(step.parallelConfigs).flatMap(({ steps }) => objects(steps))]);
}

function configOf(step: WireObject): WireObject {
  const type = textOf(step.executionBlockType);
  const [config, ...others] = objects(step[BLOCKS[type] ?? ""]);
  if (config === undefined || others.length > 0)
    throw new AwsError(
      REFUSED,
      `step ${textOf(step.name)}: a block ${type} has one configuration of its own`,
    );
  return config;
}

/** ARNs of what a step makes grow, one in each Region. */
const grown = (config: WireObject): readonly string[] =>
  [...objects(config.services), ...objects(config.asgs)].map((each) => textOf(each.serviceArn ?? each.arn));

const regionOf = (arn: string): string => arn.split(":")[3] ?? "";

const isOneOfEach = (regions: readonly string[], found: readonly string[]): boolean =>
  found.length === 2 &&
  regions.every((region) => region === "" || found.includes(region) || found.includes(""));

const refused = (message: string): AwsError => new AwsError(REFUSED, message);

/** Source: the same API's CreatePlan: two Regions, of which one is the first. */
function regionsOf({ regions, primaryRegion }: WireObject): readonly string[] {
  const [one, other, ...more] = isWireList(regions) ? regions.map(textOf) : [];
  if (one === undefined || other === undefined || one === other || more.length > 0)
    throw refused("a plan has two Regions");
  const primary = textOf(primaryRegion);
  if (![one, other, ""].includes(primary) && one !== "" && other !== "")
    throw refused(`${primary} is none of the plan's Regions`);
  return [one, other];
}

function refuseSameNames(steps: readonly WireObject[]): void {
  const names = steps.map(({ name }) => textOf(name));
  const twice = names.find((name, position) => names.indexOf(name) !== position);
  if (twice !== undefined) throw refused(`two steps are called ${twice}`);
}

/** Something of each Region grows, and what is of the provider's own Region is there. */
function refusePlan({ inputs, settings, world }: Created): void {
  const regions = regionsOf(inputs);
  const steps = stepsOfPlan(inputs);
  refuseSameNames(steps);
  const here = new Set(
    ["aws:ecs/service:Service", "aws:autoscaling/group:Group"].flatMap((type) =>
      existing(world, type).flatMap(({ id, attributes }) => [id, textOf(attributes.arn)]),
    ),
  );
  for (const step of steps) {
    const arns = grown(configOf(step));
    const places = arns.map(regionOf);
    if (arns.length > 0 && !isOneOfEach(regions, places))
      throw refused(`step ${textOf(step.name)}: one of each Region grows`);
    const missing = arns.find((arn) => regionOf(arn) === settings.region && !here.has(arn));
    if (missing !== undefined) throw refused(`step ${textOf(step.name)}: ${missing} does not exist`);
  }
}

/** How traffic is moved from one Region to another. */
export const REGION_SWITCH_TYPES: ResourceTypes = {
  [REGION_SWITCH_PLAN]: {
    id: (creation) =>
      globalArn(
        "arc-region-switch",
        ({ inputs, urn, generation }) => `plan/${textOf(inputs.name)}:${digest(`${urn}#${generation}`, 6)}`,
      )({ ...creation, id: "" }),
    arn: ({ id }) => id,
    // UpdatePlan takes neither of them.
    forceNew: ["name", "primaryRegion", "recoveryApproach", "regions"],
    references: { executionRole: { types: ["aws:iam/role:Role"], missing: REFUSED } },
    rules: [
      textRule({
        property: "name",
        code: REFUSED,
        pattern: /^[a-zA-Z0-9]([a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$/,
        requires: "must be 1 to 32 letters, digits and hyphens, with no hyphen at an end",
      }),
      choiceRule("recoveryApproach", REFUSED, ["activeActive", "activePassive"]),
      range("recoveryTimeObjectiveMinutes", REFUSED, 1, 10_080),
    ],
    refuse: refusePlan,
  },
};
