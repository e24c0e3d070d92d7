import type { Declaration, Flow, FlowEncryption, FlowEnd } from "../core/declarations";
import { found } from "../core/found";
import type { Monitored } from "../core/monitored";
import type { Cluster } from "./cluster";
import { computeAnswers } from "./compute-answers";
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
      ...calls(workload, built),
      ...flows(workload, built),
    ]),
    ...quotaUses(built.args, built.workloads),
    ...computeAnswers(built.name, built.args),
  ];
}

/** The cluster is as important as the most important service in it. */
function clusterDeclarations(built: BuiltCompute): readonly Declaration[] {
  const { name, args, cluster, workloads } = built;
  const words = workloads.map(({ spec }) => spec.criticality);
  const criticality =
    (["critical", "high", "standard"] as const).find((word) => words.includes(word)) ?? "low";
  const thing = { family: "monitored", criticality, owner: args.owner } as const;
  const { name: shellLog } = cluster.shell.log;
  return [
    { ...thing, kind: "cluster", name, dimensions: { ClusterName: cluster.clusterName } },
    { ...thing, kind: "key", name: `${name}-cluster`, dimensions: { KeyId: cluster.keyId } },
    ...authority(thing, built),
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

/** Who issues services' certificates, where they have any: without it they stop to call each other within a week. */
function authority(
  thing: Pick<Monitored, "family" | "criticality" | "owner">,
  { name, cluster, services }: BuiltCompute,
): readonly Declaration[] {
  if (cluster.tls === undefined) return [];
  return [
    {
      ...thing,
      kind: "certificate-authority",
      name,
      dimensions: { PrivateCAArn: cluster.tls.authorityArn },
      sizes: { services: Object.keys(services).length },
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

/** What the workload asks of other services, by the proxy at its side: it suffers, and the owner of the other one answers. */
function calls(workload: Workload, { cluster, services, workloads }: BuiltCompute): readonly Declaration[] {
  const { name, spec } = workload;
  return (spec.calls ?? []).flatMap((callee): readonly Declaration[] => {
    const called = workloads.find((other) => other.name === callee);
    if (called === undefined || !callsDirectly(workload, callee, workloads)) return [];
    return [
      {
        ...{ family: "monitored", kind: "call", name: `${name}_${callee}`, workload: name },
        ...{ criticality: spec.criticality, owner: called.spec.owner },
        dimensions: {
          ClusterName: cluster.clusterName,
          ServiceName: found(services, name).serviceName,
          TargetDiscoveryName: callee,
        },
        sizes: { latencyObjectiveMs: called.spec.latencyObjectiveMs },
      },
    ];
  });
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
    workload: name,
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
  const toOthers = (spec.calls ?? []).map((callee): Flow =>
    callsDirectly(workload, callee, workloads)
      ? flow(own, component(callee), proxyPort, args.catalogue.serviceTls ? tls : withoutServiceTls)
      : flow(own, component(frontDoor), 443, tls),
  );
  return [
    ...(open.has(name) ? [flow(component(frontDoor), own, spec.port, behindBalancer)] : []),
    ...toOthers,
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
