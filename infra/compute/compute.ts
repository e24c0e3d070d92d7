import * as pulumi from "@pulumi/pulumi";

import type { Declaration } from "../core/declarations";
import { describeProblems } from "../core/problem";
import { found } from "../core/found";
import { CallRules } from "./call-rules";
import { callOrder } from "./call-order";
import { Cluster } from "./cluster";
import type { ComputeArgs } from "./compute-args";
import { computeDeclarations } from "./compute-declarations";
import { computeProblems } from "./compute-problems";
import { Fleet } from "./fleet";
import { FrontDoor } from "./front-door";
import { ownDomain } from "./front-door-failover";
import type { Destination } from "./front-door-args";
import { shiftsTraffic } from "./release";
import type { Running } from "./running";
import { Service } from "./service";
import { partnerPathsOf, type Workload, type WorkloadArgs, workloadsOf } from "./workload";
import { WorkloadNetwork } from "./workload-network";
import { callsDirectly, settingsOf } from "./workload-settings";

type ByName<Value> = Readonly<Record<string, Value>>;

/**
 * What runs: the one way in, the cluster with its services, the fleets of instances, and the ways and rights between them,
 * all of which come from the catalogue's edges.
 *
 * @throws Error naming everything that {@link computeProblems} finds, before anything is registered
 */
export class Compute extends pulumi.ComponentResource {
  /** Address of the front door, as people know it. */
  public readonly url: string;
  /** ARN of the balancer of the front door. */
  public readonly balancerArn: pulumi.Output<string>;
  /** ARN of the topic on which it is told that nobody gets through to it, in the Region where Route 53 measures. */
  public readonly reachTopicArn: pulumi.Output<string>;
  /** Name of the ECS cluster. */
  public readonly clusterName: string;
  /** Services and fleets, by ARN. */
  public readonly running: Running<pulumi.Output<string>>;
  /** What the layer says about itself. */
  public readonly declarations: readonly Declaration[];

  public constructor(name: string, args: ComputeArgs, opts?: pulumi.ComponentResourceOptions) {
    const problems = computeProblems(args);
    if (problems.length > 0) throw new Error(describeProblems(`compute "${name}"`, problems));
    super("platform:compute:Compute", name, {}, opts);
    this.url = `https://${args.sizes.frontDoor.domain}`;

    const workloads = workloadsOf(args);
    const destinations = destinationsOf(args, workloads);
    const frontDoor = this.frontDoor(name, args, destinations);
    const cluster = this.cluster(name, args);
    const groupIds = this.networks(name, args, { workloads, frontDoor });
    this.callRules(name, workloads, groupIds);
    const shared = (workload: Workload): WorkloadArgs =>
      this.workloadArgs(args, { workload, workloads, frontDoor, groupIds });
    const services = this.services(name, args, { cluster, shared, workloads });
    const fleets = this.fleets(name, args, { shared, workloads });

    this.clusterName = cluster.clusterName;
    this.running = {
      clusterArn: cluster.arn,
      serviceArns: arnsOf(services),
      groupArns: arnsOf(fleets),
    };
    this.balancerArn = frontDoor.balancerArn;
    this.reachTopicArn = frontDoor.reachTopicArn;
    this.declarations = [
      ...frontDoor.declarations,
      ...computeDeclarations({
        name,
        args,
        workloads,
        frontDoor: `${name}-front-door`,
        open: new Set(Object.keys(destinations)),
        cluster,
        services,
        fleets,
      }),
    ];
    this.registerOutputs({ url: this.url, clusterName: this.clusterName });
  }

  private frontDoor(name: string, args: ComputeArgs, destinations: ByName<Destination>): FrontDoor {
    const { scope, placement, key, sizes, owner } = args;
    return new FrontDoor(
      `${name}-front-door`,
      { scope, placement, key, sizes: sizes.frontDoor, destinations, protect: sizes.protect, owner },
      { parent: this },
    );
  }

  private cluster(name: string, { scope, key, sizes, catalogue }: ComputeArgs): Cluster {
    const { containerInsights, spotPercent, logRetentionDays, protect } = sizes;
    const { serviceTls } = catalogue;
    return new Cluster(
      `${name}-cluster`,
      { scope, key, containerInsights, spotPercent, serviceTls, logRetentionDays, protect },
      { parent: this },
    );
  }

  private networks(
    name: string,
    { scope, placement }: ComputeArgs,
    { workloads, frontDoor }: { readonly workloads: readonly Workload[]; readonly frontDoor: FrontDoor },
  ): ByName<pulumi.Output<string>> {
    return Object.fromEntries(
      workloads.map((workload) => {
        const open = frontDoor.targets[workload.name] !== undefined;
        const network = new WorkloadNetwork(
          `${name}-${workload.name}`,
          {
            scope,
            vpcId: placement.vpcId,
            workload,
            ...(open ? { frontDoorGroupId: frontDoor.securityGroupId } : {}),
          },
          { parent: this },
        );
        return [workload.name, network.securityGroupId];
      }),
    );
  }

  private callRules(
    name: string,
    workloads: readonly Workload[],
    groupIds: ByName<pulumi.Output<string>>,
  ): void {
    const calls = workloads.flatMap((caller) =>
      (caller.spec.calls ?? [])
        .filter((callee) => callsDirectly(caller, callee, workloads))
        .map((callee) => ({ caller: caller.name, callee })),
    );
    new CallRules(`${name}-calls`, { calls, groupIds }, { parent: this });
  }

  private workloadArgs(
    { scope, placement, key, sizes }: ComputeArgs,
    parts: {
      readonly workload: Workload;
      readonly workloads: readonly Workload[];
      readonly frontDoor: FrontDoor;
      readonly groupIds: ByName<pulumi.Output<string>>;
    },
  ): WorkloadArgs {
    const { workload, workloads, frontDoor, groupIds } = parts;
    const target = frontDoor.targets[workload.name];
    return {
      scope,
      workload,
      subnetIds: placement.subnets.app.map(({ id }) => id),
      securityGroupId: found(groupIds, workload.name),
      key,
      logRetentionDays: sizes.logRetentionDays,
      settings: settingsOf(workload, {
        scope,
        url: `https://${ownDomain(sizes.frontDoor.domain, scope.region)}`,
        workloads,
        pageSettings: frontDoor.pageSettings,
      }),
      ...(target === undefined ? {} : { target }),
    };
  }

  /** Callees come before their callers, whose proxies know only what was there when they started. */
  private services(
    name: string,
    { catalogue, sizes }: ComputeArgs,
    parts: {
      readonly cluster: Cluster;
      readonly shared: (workload: Workload) => WorkloadArgs;
      readonly workloads: readonly Workload[];
    },
  ): ByName<Service> {
    const calls = Object.fromEntries(
      Object.entries(catalogue.services).map(([service, { calls: callees = [] }]) => [service, callees]),
    );
    const built: Record<string, Service> = {};
    for (const service of callOrder(calls).order) {
      const workload = named(parts.workloads, service);
      built[service] = new Service(
        `${name}-${service}`,
        {
          ...parts.shared(workload),
          cluster: parts.cluster,
          sizes: found(sizes.services, service),
          spotPercent: sizes.spotPercent,
          rollout: sizes.rollout,
          release: sizes.release,
          execCommand: sizes.execCommand,
          after: (calls[service] ?? []).flatMap((callee) => built[callee] ?? []),
        },
        { parent: this },
      );
    }
    return built;
  }

  private fleets(
    name: string,
    { catalogue, sizes, tags }: ComputeArgs,
    parts: {
      readonly shared: (workload: Workload) => WorkloadArgs;
      readonly workloads: readonly Workload[];
    },
  ): ByName<Fleet> {
    return Object.fromEntries(
      Object.entries(catalogue.fleets).map(([fleet, { operatingSystem }]) => [
        fleet,
        new Fleet(
          `${name}-${fleet}`,
          {
            ...parts.shared(named(parts.workloads, fleet)),
            operatingSystem,
            sizes: found(sizes.fleets, fleet),
            tags,
          },
          { parent: this },
        ),
      ]),
    );
  }
}

function arnsOf(things: ByName<{ readonly arn: pulumi.Output<string> }>): ByName<pulumi.Output<string>> {
  return Object.fromEntries(Object.entries(things).map(([name, { arn }]) => [name, arn]));
}

/** Workloads that the front door leads to: by paths of their own, or of a partner's. */
function destinationsOf(args: ComputeArgs, workloads: readonly Workload[]): ByName<Destination> {
  return Object.fromEntries(
    workloads.flatMap(({ name, kind, spec, minimum, release }) => {
      const partnerPaths = partnerPathsOf(args, name);
      if ((spec.paths ?? []).length === 0 && partnerPaths.length === 0) return [];
      const targetType = kind === "service" ? "ip" : "instance";
      return [[name, { spec, targetType, partnerPaths, minimum, shifts: shiftsTraffic(release) }] as const];
    }),
  );
}

function named(workloads: readonly Workload[], name: string): Workload {
  const workload = workloads.find((candidate) => candidate.name === name);
  if (workload === undefined) throw new Error(`workload "${name}" is missing`);
  return workload;
}
