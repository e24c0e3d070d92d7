import * as pulumi from "@pulumi/pulumi";

import type { Backup } from "../infra/backup";
import { Compute, type Running, ZonalAutoshift } from "../infra/compute";
import { type Declaration, ofFamily } from "../infra/core/declarations";
import { tellingKnownParts } from "../infra/core/known-parts";
import { contractTags } from "../infra/core/tags";
import { underWorkloadBoundary } from "../infra/core/workload-boundary";
import { found } from "../infra/core/found";
import { EnvironmentBudgets } from "../infra/cost";
import { describeFixedCost, type FixedCost, fixedCost } from "../infra/cost/settings";
import { Data } from "../infra/data";
import { dataPorts } from "../infra/data/settings";
import { Integration } from "../infra/integration";
import { Network, type NatBreakEven, type NetworkArgs } from "../infra/network";
import type { Monitoring } from "../infra/monitoring";
import type { Operations } from "../infra/operations";
import { type EnvironmentUse, usesOf } from "../infra/quotas/settings";

import { environmentBackup } from "./backup";
import {
  balancerPorts,
  cacheUsers,
  computeCatalogue,
  dataCatalogue,
  dataSizes,
  integrationCatalogue,
  workloadsOf,
} from "./catalogue/derived";
import type { Catalogue } from "./catalogue/types";
import type { WorkloadConfiguration } from "./config";
import { workloadUses } from "./edges";
import { environmentMonitoring } from "./monitoring";
import { environmentOperations } from "./operations";
import { type AnsweredDomain, type Promises, promisesOf } from "./promises";
import { stackProvider } from "./provider";
import { regionSwitch, type SwitchedBy, switchedBy } from "./region-switch";

/** What a stack of the `workload` program tells the outside. */
export interface WorkloadOutputs {
  /** Address of the environment. */
  readonly url: string;
  /** VPC of the environment. */
  readonly vpcId: pulumi.Output<string>;
  /** NAT gateways against interface endpoints, at the traffic expected. */
  readonly natBreakEven: NatBreakEven;
  /** Vault of each word of criticality, by ARN. */
  readonly backupVaultArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** Vault that copies of each word go to, in the other Region, by ARN. */
  readonly backupCopyVaultArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** Key that encrypts those copies, by ARN. */
  readonly backupCopyKeyArn: pulumi.Output<string>;
  /** Automated backups of each database that are replicated to the other Region, by ARN. */
  readonly replicatedBackupArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** Domain that it answers for, by itself or together with the stack that stands in for it. */
  readonly frontDoor: AnsweredDomain;
  /** What runs, by ARN: whoever stands in grows along with it. */
  readonly running: Running<pulumi.Output<string>>;
  /** How this stack and the one whose place it takes are switched; nothing where it stands in for none. */
  readonly regionSwitch: SwitchedBy | undefined;
  /** What another stack has left here to be restored from; nothing where this one stands in for none. */
  readonly recoverFrom: Promises | undefined;
  /** Template of each experiment of game days, by id; only those that the size table names can do anything. */
  readonly experimentTemplateIds: Readonly<Record<string, pulumi.Output<string>>>;
  /** What the environment uses of quotas at its maximum; the account plans with it. */
  readonly quotaUse: EnvironmentUse & { readonly accountId: string };
  /** What the environment costs whether it is used or not, against its budget. */
  readonly fixedCost: FixedCost;
}

/**
 * An environment: what the business runs, and all that keeps it running.
 *
 * @param catalogue what the business runs, the same in every environment
 */
export function workload(configuration: WorkloadConfiguration, catalogue: Catalogue): WorkloadOutputs {
  const providers = [stackProvider(configuration.identity)];
  const recoverFrom = promised(configuration, catalogue);
  const bounded = underWorkloadBoundary(configuration.identity);
  const outputs = tellingKnownParts((watch) =>
    environment(configuration, catalogue, recoverFrom, { providers, transformations: [bounded, watch] }),
  );
  return { ...outputs, frontDoor: answeredDomain(configuration), recoverFrom };
}

function environment(
  configuration: WorkloadConfiguration,
  catalogue: Catalogue,
  recoverFrom: Promises | undefined,
  opts: pulumi.ComponentResourceOptions,
): Omit<WorkloadOutputs, Promising> {
  const { region, accountId, tags } = configuration.identity;
  const scope = { environment: tags.environment, accountId, region };

  const network = new Network("network", networkArgs(configuration, catalogue), opts);
  const data = new Data(
    "data",
    {
      scope,
      placement: network.placement,
      catalogue: dataCatalogue(catalogue),
      cacheUsers: cacheUsers(catalogue),
      sizes: dataSizes(configuration.data),
    },
    opts,
  );
  const integration = new Integration(
    "integration",
    {
      scope,
      keys: data.keys,
      catalogue: integrationCatalogue(catalogue),
      sizes: configuration.integration,
      owner: tags.owner,
    },
    opts,
  );
  const compute = new Compute(
    "compute",
    {
      scope,
      placement: network.placement,
      key: data.keys.platform,
      catalogue: computeCatalogue(catalogue),
      uses: workloadUses(catalogue, { scope, data, integration, ...configuration.monitoring }),
      sizes: configuration.compute,
      tags: { ...contractTags(tags) },
      owner: tags.owner,
    },
    opts,
  );
  const layers = { network, data, integration, compute };
  const backup = environmentBackup(configuration, layers, opts);
  const built = [...Object.values(layers), backup].flatMap(({ declarations }) => declarations);
  const monitoring = environmentMonitoring(configuration, catalogue, { data, compute, backup, built }, opts);
  practice(configuration, { compute, monitoring }, opts);
  const operations = environmentOperations(configuration, { compute, data, monitoring }, opts);
  const services = Object.keys(workloadsOf(catalogue));
  new EnvironmentBudgets("budgets", { scope, services, sizes: configuration.cost }, opts);

  const switched = regionSwitch(configuration, catalogue, { compute, recoverFrom }, opts);
  return {
    ...environmentOutputs({ network, compute, backup, operations }),
    regionSwitch: switched === undefined ? undefined : switchedBy(switched),
    ...planned(configuration, [...built, ...(switched?.declarations ?? [])]),
  };
}

/** The week's practice in doing without a zone, by the alarms of the front door. */
function practice(
  { compute: { frontDoor } }: WorkloadConfiguration,
  { compute, monitoring }: { readonly compute: Compute; readonly monitoring: Monitoring },
  opts: pulumi.ComponentResourceOptions,
): void {
  new ZonalAutoshift(
    "zones",
    {
      balancerArn: compute.balancerArn,
      sizes: frontDoor.zones,
      outcomeAlarmArn: found(monitoring.alarmArns, "load-balancer-compute-front-door-own-errors"),
      blockingAlarmArn: found(monitoring.alarmArns, "canary-compute-front-door-unreachable"),
    },
    opts,
  );
}

/** What the stack whose place this one takes promises it. */
function promised(configuration: WorkloadConfiguration, catalogue: Catalogue): Promises | undefined {
  const { standsInFor, identity } = configuration;
  if (standsInFor === undefined) return undefined;
  const { region, accountId } = identity;
  return promisesOf({
    ...{ standsInFor, region, accountId },
    frontDoor: answeredDomain(configuration),
    runs: { services: Object.keys(catalogue.services), fleets: Object.keys(catalogue.fleets) },
  });
}

function answeredDomain({ compute }: WorkloadConfiguration): AnsweredDomain {
  const { domain, hostedZoneId, failover } = compute.frontDoor;
  const { role, healthCheckId } = failover;
  return {
    domain,
    hostedZoneId,
    failoverRole: role,
    ...(healthCheckId === undefined ? {} : { healthCheckId }),
  };
}

/** What is said of a stack and of the one whose place it takes; nothing of it is built. */
type Promising = "frontDoor" | "recoverFrom";

type Planned = Pick<WorkloadOutputs, "quotaUse" | "fixedCost">;

/** What is known of an environment before anything of it exists: its share of quotas, and what it costs at least. */
function planned({ identity, cost }: WorkloadConfiguration, declared: readonly Declaration[]): Planned {
  const { region, accountId } = identity;
  const fixed = fixedCost({ declarations: declared, region, budgetUsdPerMonth: cost.monthlyUsd });
  if (pulumi.runtime.isDryRun())
    void (fixed.withinBudget ? pulumi.log.info : pulumi.log.warn)(describeFixedCost(fixed));
  return {
    quotaUse: { accountId, region, uses: usesOf(ofFamily(declared, "quotaUse")) },
    fixedCost: fixed,
  };
}

function networkArgs(
  { identity, network, compute }: WorkloadConfiguration,
  catalogue: Catalogue,
): NetworkArgs {
  const { region, accountId, tags } = identity;
  const { environment, criticality, owner } = tags;
  return {
    ...network,
    ...{ environment, accountId, region, criticality, owner },
    dataPorts: dataPorts(catalogue),
    balancerPorts: balancerPorts(compute.frontDoor),
  };
}

function environmentOutputs({
  network,
  compute,
  backup,
  operations,
}: {
  readonly network: Network;
  readonly compute: Compute;
  readonly backup: Backup;
  readonly operations: Operations;
}): Omit<WorkloadOutputs, keyof Planned | Promising | "regionSwitch"> {
  return {
    url: compute.url,
    running: compute.running,
    vpcId: network.vpcId,
    natBreakEven: network.natBreakEven,
    backupVaultArns: backup.vaultArns,
    backupCopyVaultArns: backup.copyVaultArns,
    backupCopyKeyArn: backup.copyKeyArn,
    replicatedBackupArns: backup.replicatedArns,
    experimentTemplateIds: operations.experimentTemplateIds,
  };
}
