import { AwsError } from "../aws-error";
import { digest } from "../identity";
import { isWireList, isWireObject, type Wire, type WireObject } from "../wire";
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
  type InputRule,
  type Reference,
  type ResourceTypes,
} from "./definition";

const CLUSTER = "aws:ecs/cluster:Cluster";
const SERVICE = "aws:ecs/service:Service";
const DEFINITION = "aws:ecs/taskDefinition:TaskDefinition";
const NAMESPACE = "aws:servicediscovery/httpNamespace:HttpNamespace";
const TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";

const OF_CLUSTER: Reference = { types: [CLUSTER], missing: "ClusterNotFoundException" };
const ROLE_OF_TASK: Reference = { types: ["aws:iam/role:Role"], missing: "ClientException" };

const clusterArn = regionalArn("ecs", ({ inputs }) => `cluster/${textOf(inputs.name)}`);
const serviceArn = regionalArn(
  "ecs",
  ({ inputs }) => `service/${clusterName(inputs.cluster)}/${textOf(inputs.name)}`,
);
const familyArn = regionalArn("ecs", ({ inputs }) => `task-definition/${textOf(inputs.family)}`);

const asId =
  (arn: (created: Created) => string): ((creation: Creation) => string) =>
  (creation) =>
    arn({ ...creation, id: "" });

/** A cluster is given by name or ARN. */
function clusterName(cluster: Wire | undefined): string {
  return textOf(cluster).split("/").at(-1) ?? "";
}

/** Source: the names of CreateCluster and CreateService, and the family of RegisterTaskDefinition. */
function ecsName(property: string): InputRule {
  return textRule({
    property,
    code: "InvalidParameterException",
    pattern: /^[A-Za-z0-9_-]{1,255}$/,
    requires: "must be 1 to 255 letters, digits, hyphens or underscores",
  });
}

/** Memory of Fargate's CPU sizes, in MiB. Source: ECS developer guide, task size. */
const FARGATE: Readonly<Record<string, readonly [least: number, most: number, step: number]>> = {
  "256": [512, 2048, 512],
  "512": [1024, 4096, 1024],
  "1024": [2048, 8192, 1024],
  "2048": [4096, 16384, 1024],
  "4096": [8192, 30720, 1024],
  "8192": [16384, 61440, 4096],
  "16384": [32768, 122880, 8192],
};

function refuseOddSize({ inputs }: Created): void {
  const [cpu, memory] = [textOf(inputs.cpu), Number(textOf(inputs.memory))];
  const wanted = isWireList(inputs.requiresCompatibilities) ? inputs.requiresCompatibilities : [];
  if (!wanted.includes("FARGATE")) return;
  const [least, most, step] = FARGATE[cpu] ?? [1, 0, 1];
  const fits = memory >= least && memory <= most && (memory - least) % step === 0;
  if (fits && !(cpu === "256" && memory === 1536)) return;
  throw new AwsError(
    "ClientException",
    `cpu ${cpu} and memory ${memory}; Fargate offers no such pair, see its task sizes`,
  );
}

function containers(definitions: Wire | undefined): readonly WireObject[] {
  const parsed = JSON.parse(textOf(definitions) || "[]") as Wire;
  return isWireList(parsed) ? parsed.filter(isWireObject) : [];
}

function isContainerList(value: Wire): boolean {
  try {
    return containers(value).length > 0;
  } catch {
    return false;
  }
}

function lists(value: Wire | undefined): readonly WireObject[] {
  return isWireList(value) ? value.filter(isWireObject) : [];
}

/** A target group takes tasks only once a listener or a rule leads to it. */
function refuseIdleTargetGroup({ inputs, world }: Created): void {
  for (const { targetGroupArn } of lists(inputs.loadBalancers)) {
    const arn = textOf(targetGroupArn);
    if (!existing(world, TARGET_GROUP).some(({ id }) => id === arn)) {
      throw new AwsError("InvalidParameterException", `loadBalancers names ${arn}, which does not exist`);
    }
    const ways = ["aws:lb/listener:Listener", "aws:lb/listenerRule:ListenerRule"]
      .flatMap((type) => existing(world, type))
      .map(({ attributes }) => JSON.stringify(attributes));
    if (!ways.some((way) => way.includes(arn))) {
      throw new AwsError(
        "InvalidParameterException",
        `the target group ${arn} does not have an associated load balancer`,
      );
    }
  }
}

/** Service Connect speaks of ports by the names that the task definition gives them. */
function refuseUnknownPort({ inputs, world }: Created): void {
  const connect = isWireObject(inputs.serviceConnectConfiguration) ? inputs.serviceConnectConfiguration : {};
  const definition = existing(world, DEFINITION).find(
    ({ attributes }) => attributes.arn === inputs.taskDefinition,
  );
  if (definition === undefined) return;
  const named = containers(definition.attributes.containerDefinitions)
    .flatMap(({ portMappings }) => lists(portMappings))
    .map(({ name }) => name);
  for (const { portName } of lists(connect.services)) {
    if (named.includes(portName)) continue;
    throw new AwsError(
      "InvalidParameterException",
      `serviceConnectConfiguration names the port ${textOf(portName)}; the task definition has ${named.map((name) => textOf(name)).join(", ")}`,
    );
  }
}

/** Scaling of an ECS service needs the service. */
export function refuseMissingService({ inputs, world }: Created): void {
  const [kind, cluster, service] = textOf(inputs.resourceId).split("/");
  if (kind !== "service") return;
  const there = existing(world, SERVICE).some(
    ({ attributes }) => attributes.name === service && clusterName(attributes.cluster) === cluster,
  );
  if (!there) {
    throw new AwsError("ValidationException", `ECS service doesn't exist: ${textOf(inputs.resourceId)}`);
  }
}

/** Defaults of the provider's schema. */
const SERVICE_DEFAULTS: WireObject = {
  deploymentMaximumPercent: 200,
  deploymentMinimumHealthyPercent: 100,
  enableEcsManagedTags: false,
  enableExecuteCommand: false,
  schedulingStrategy: "REPLICA",
  waitForSteadyState: false,
};

/** Everything of a task definition but its tags makes a new revision. */
const DEFINITION_PROPERTIES = [
  "containerDefinitions",
  "cpu",
  "enableFaultInjection",
  "ephemeralStorage",
  "executionRoleArn",
  "family",
  "ipcMode",
  "memory",
  "networkMode",
  "pidMode",
  "placementConstraints",
  "proxyConfiguration",
  "requiresCompatibilities",
  "runtimePlatform",
  "taskRoleArn",
  "volumes",
];

/** ECS clusters, services and tasks, their scaling, and the namespaces in which they find each other. */
export const CONTAINER_TYPES: ResourceTypes = {
  [CLUSTER]: {
    id: asId(clusterArn),
    arn: clusterArn,
    forceNew: ["name"],
    rules: [ecsName("name")],
  },
  "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders": {
    id: inputId("clusterName"),
    forceNew: ["clusterName"],
    refuse: ({ inputs, world }) => {
      const there = existing(world, CLUSTER).some(({ attributes }) => attributes.name === inputs.clusterName);
      if (!there)
        throw new AwsError("ClusterNotFoundException", `${textOf(inputs.clusterName)} does not exist`);
    },
  },
  [DEFINITION]: {
    id: inputId("family"),
    arn: (created) => `${familyArn(created)}:${created.generation + 1}`,
    defaults: { skipDestroy: false, trackLatest: false },
    computed: (created) => ({
      arnWithoutRevision: familyArn(created),
      enableFaultInjection: false,
      networkMode: "bridge",
      revision: created.generation + 1,
    }),
    forceNew: DEFINITION_PROPERTIES,
    references: { executionRoleArn: ROLE_OF_TASK, taskRoleArn: ROLE_OF_TASK },
    rules: [
      ecsName("family"),
      choiceRule("networkMode", "ClientException", ["bridge", "host", "awsvpc", "none"]),
      {
        property: "containerDefinitions",
        code: "ClientException",
        requires: "must be a JSON list of containers, one at least",
        holds: isContainerList,
      },
    ],
    refuse: refuseOddSize,
  },
  [SERVICE]: {
    id: asId(serviceArn),
    arn: serviceArn,
    defaults: SERVICE_DEFAULTS,
    computed: () => ({
      availabilityZoneRebalancing: "ENABLED",
      deploymentConfiguration: { bakeTimeInMinutes: "0", strategy: "ROLLING" },
      iamRole: "/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS",
      launchType: "",
      platformVersion: "LATEST",
    }),
    forceNew: ["cluster", "iamRole", "launchType", "name", "schedulingStrategy", "serviceRegistries"],
    references: {
      cluster: { ...OF_CLUSTER, holds: "ClusterContainsServicesException" },
      taskDefinition: { types: [DEFINITION], missing: "ClientException" },
    },
    rules: [
      ecsName("name"),
      choiceRule("availabilityZoneRebalancing", "InvalidParameterException", ["ENABLED", "DISABLED"]),
      choiceRule("propagateTags", "InvalidParameterException", ["SERVICE", "TASK_DEFINITION", "NONE"]),
    ],
    refuse: (created) => {
      unique(["name", "cluster"], "InvalidParameterException")(created);
      refuseIdleTargetGroup(created);
      refuseUnknownPort(created);
    },
  },
  [NAMESPACE]: {
    id: ({ urn, generation }) => `ns-${digest(`${urn}#${generation}`, 16)}`,
    arn: regionalArn("servicediscovery", ({ id }) => `namespace/${id}`),
    computed: ({ inputs }) => ({ httpName: textOf(inputs.name) }),
    forceNew: ["name"],
    rules: [
      textRule({
        property: "name",
        code: "InvalidInput",
        pattern: /^[!-~]{1,1024}$/,
        requires: "must be 1 to 1024 visible ASCII characters",
      }),
    ],
    refuse: unique(["name"], "NamespaceAlreadyExists"),
  },
};
