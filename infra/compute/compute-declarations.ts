import type { Answers, Declaration, Flow, FlowEncryption, FlowEnd } from "../core/declarations";
import type { Cluster } from "./cluster";
import type { ComputeArgs } from "./compute-args";
import { connectionsOf } from "./connections";
import type { Fleet } from "./fleet";
import { fargateStorageGib } from "./fargate-sizes";
import { instanceSize } from "./instance-sizes";
import { quotaUses } from "./quota-uses";
import type { Service } from "./service";
import { proxyPort } from "./service-connect";
import { logOf, type Workload } from "./workload";
import { callsDirectly } from "./workload-settings";

/** What a compute layer built, as its declarations speak of it. */
export interface BuiltCompute {
  /** Logical name of the layer. */
  readonly name: string;
  /** What it was asked for. */
  readonly args: ComputeArgs;
  /** Everything that runs. */
  readonly workloads: readonly Workload[];
  /** Name of the front door, as its own declarations have it. */
  readonly frontDoor: string;
  /** Workloads that the front door leads to, by name. */
  readonly open: ReadonlySet<string>;
  /** The cluster. */
  readonly cluster: Cluster;
  /** Services, by name. */
  readonly services: Readonly<Record<string, Service>>;
  /** Fleets, by name. */
  readonly fleets: Readonly<Record<string, Fleet>>;
}

/**
 * Everything that the layer says about itself, but for the front door. Services and fleets say the same, so that nobody else
 * has to ask which of them a workload is. Neither has content to back up: what they keep is in data stores.
 */
export function computeDeclarations(built: BuiltCompute): readonly Declaration[] {
  return [
    ...clusterDeclarations(built),
    ...built.workloads.flatMap((workload) => [
      monitored(workload, built),
      log(workload, built),
      capacity(workload, built),
      ...flows(workload, built),
    ]),
    ...quotaUses(built.args, built.workloads),
    ...answers(built),
  ];
}

/** The cluster is as important as the most important service in it. */
function clusterDeclarations({ name, args, cluster, workloads }: BuiltCompute): readonly Declaration[] {
  const words = workloads.map(({ spec }) => spec.criticality);
  const criticality =
    (["critical", "high", "standard"] as const).find((word) => words.includes(word)) ?? "low";
  const thing = { family: "monitored", criticality, owner: args.owner } as const;
  const { name: shellLog } = cluster.shell.log;
  return [
    { ...thing, kind: "cluster", name, dimensions: { ClusterName: cluster.clusterName } },
    { ...thing, kind: "key", name: `${name}-cluster`, dimensions: { KeyId: cluster.keyId } },
    {
      ...thing,
      kind: "log-group",
      name: shellLog,
      dimensions: { LogGroupName: shellLog },
      quiet: true,
      sizes: { retentionDays: args.sizes.logRetentionDays },
    },
  ];
}

function monitored(workload: Workload, { args, cluster, services, fleets }: BuiltCompute): Declaration {
  const { name, spec, minimum, maximum } = workload;
  const thing = { family: "monitored", name, criticality: spec.criticality, owner: spec.owner } as const;
  if (workload.kind === "service") {
    const { serviceName, rollbackAlarms } = found(services, name);
    const { cpu, memoryMib } = found(args.sizes.services, name);
    return {
      ...thing,
      kind: "service",
      dimensions: { ClusterName: cluster.clusterName, ServiceName: serviceName },
      rollbackAlarms,
      sizes: { vcpu: cpu / 1024, memoryMib, minimum, maximum },
    };
  }
  const { groupName, rollbackAlarms } = found(fleets, name);
  const { instanceType, volumeGib } = found(args.sizes.fleets, name);
  return {
    ...thing,
    kind: "fleet",
    dimensions: { AutoScalingGroupName: groupName },
    rollbackAlarms,
    sizes: { instanceType, volumeGib, minimum, maximum },
  };
}

function log({ name, spec }: Workload, { args }: BuiltCompute): Declaration {
  const group = logOf(args.scope, name).name;
  return {
    family: "monitored",
    kind: "log-group",
    name: group,
    criticality: spec.criticality,
    owner: spec.owner,
    dimensions: { LogGroupName: group },
    sizes: { retentionDays: args.sizes.logRetentionDays },
  };
}

function capacity({ name, kind, minimum, maximum }: Workload, { args }: BuiltCompute): Declaration {
  const units = { family: "capacity", name, count: minimum, minimum, maximum } as const;
  if (kind === "service") {
    const { cpu, memoryMib } = found(args.sizes.services, name);
    return { ...units, vcpu: cpu / 1024, memoryGib: memoryMib / 1024, storageGib: fargateStorageGib };
  }
  const { instanceType, volumeGib } = found(args.sizes.fleets, name);
  const size = instanceSize(instanceType);
  if (size === undefined) throw new Error(`fleet "${name}": instance type "${instanceType}" is not known`);
  return { ...units, vcpu: size.vcpu, memoryGib: size.memoryGib, storageGib: volumeGib };
}

const tls: FlowEncryption = { kind: "tls" };

/** TLS ends at the balancer. */
const behindBalancer: FlowEncryption = {
  kind: "none",
  reason: "TLS ends at the balancer; the workload speaks HTTP inside of the VPC, to the balancer alone.",
};

const withoutServiceTls: FlowEncryption = {
  kind: "none",
  reason:
    "The catalogue's word serviceTls is off, so that services speak HTTP to each other inside of the VPC.",
};

function flows(workload: Workload, { args, frontDoor, open, workloads }: BuiltCompute): readonly Flow[] {
  const { name, spec, uses } = workload;
  const own = component(name);
  const calls = (spec.calls ?? []).map((callee): Flow =>
    callsDirectly(workload, callee, workloads)
      ? flow(own, component(callee), proxyPort, args.catalogue.serviceTls ? tls : withoutServiceTls)
      : flow(own, component(frontDoor), 443, tls),
  );
  return [
    ...(open.has(name) ? [flow(component(frontDoor), own, spec.port, behindBalancer)] : []),
    ...calls,
    // Data stores refuse connections without TLS: each sets its engine's parameter for it.
    ...connectionsOf(uses.grants).map(({ to, connection }) => flow(own, component(to), connection.port, tls)),
    flow(own, { kind: "tier", tier: "endpoints" }, 443, tls),
    flow(own, { kind: "internet" }, 443, tls),
  ];
}

function flow(from: FlowEnd, to: FlowEnd, port: number, encryption: FlowEncryption): Flow {
  return { family: "flow", from, to, protocol: "tcp", port, encryption };
}

function component(name: string): FlowEnd {
  return { kind: "component", name };
}

function answers({ name, args, fleets }: BuiltCompute): readonly Answers[] {
  const answer = (practices: Answers["practices"], how: string): Answers => ({
    family: "answers",
    practices,
    by: name,
    how,
  });
  return [
    answer(
      ["SEC03-BP01", "SEC03-BP02"],
      "Every workload has a role of its own, made of what the catalogue says it uses; each statement names its resources.",
    ),
    answer(
      ["SEC05-BP02"],
      "A workload takes connections from the front door and from the callers that the catalogue names, and from nobody else.",
    ),
    answer(
      ["SEC06-BP03"],
      "There is no key pair and no open port for administration; shells go through Systems Manager, and are recorded and encrypted.",
    ),
    answer(
      ["SEC08-BP01", "SEC08-BP02"],
      "Logs, volumes and the storage of tasks are encrypted with keys of our own.",
    ),
    ...(args.catalogue.serviceTls
      ? [
          answer(
            ["SEC09-BP01", "SEC09-BP02"],
            "Services speak TLS 1.3 among themselves; their certificates live seven days, and ECS renews them.",
          ),
        ]
      : []),
    answer(
      ["OPS06-BP01", "OPS06-BP04", "REL08-BP05"],
      "Deployments that fail their circuit breaker or an alarm are rolled back by themselves, and reported as failed.",
    ),
    answer(
      ["REL08-BP04"],
      "Images are named by digest or id; a change is a new task definition or launch template, never an altered server.",
    ),
    answer(
      ["REL07-BP01", "REL07-BP03", "PERF02-BP05", "COST09-BP03", "SUS02-BP01"],
      "Scaling follows CPU, memory, requests and what waits in queues, between limits that each environment sets.",
    ),
    answer(
      ["REL07-BP02", "REL11-BP03"],
      "Tasks and instances that fail are replaced, and spread over zones again.",
    ),
    answer(
      ["REL05-BP06"],
      "Tasks and instances keep no content of their own: their file systems are read-only or short-lived.",
    ),
    answer(
      ["PERF02-BP03"],
      "CPU and memory of every workload are measured by the minute, and containers one by one where the size table says so.",
    ),
    answer(
      ["COST07-BP01", "SUS05-BP02"],
      `Containers run on ARM64, a share of them beyond the minimum on Spot capacity${Object.keys(fleets).length > 0 ? "; fleets may have Graviton types" : ""}.`,
    ),
  ];
}

function found<Value>(values: Readonly<Record<string, Value>>, name: string): Value {
  const value = values[name];
  if (value === undefined) throw new Error(`"${name}" was not built`);
  return value;
}
