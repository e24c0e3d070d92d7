import type * as pulumi from "@pulumi/pulumi";

import type { Backup } from "../infra/backup";
import { Compute } from "../infra/compute";
import { type Declaration, ofFamily } from "../infra/core/declarations";
import { tellingKnownParts } from "../infra/core/known-parts";
import { contractTags } from "../infra/core/tags";
import { Data } from "../infra/data";
import { dataPorts } from "../infra/data/settings";
import { Integration } from "../infra/integration";
import { Monitoring, type MonitoringArgs } from "../infra/monitoring";
import { Network, type NatBreakEven } from "../infra/network";

import { environmentBackup } from "./backup";
import {
  balancerPorts,
  cacheUsers,
  computeCatalogue,
  dataCatalogue,
  dataSizes,
  integrationCatalogue,
} from "./catalogue/derived";
import { dependencies } from "./catalogue/watched";
import type { Catalogue } from "./catalogue/types";
import type { WorkloadConfiguration } from "./config";
import { workloadUses } from "./edges";
import { stackProvider } from "./provider";

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
}

/**
 * An environment: what the business runs, and all that keeps it running.
 *
 * @param catalogue what the business runs, the same in every environment
 */
export function workload(configuration: WorkloadConfiguration, catalogue: Catalogue): WorkloadOutputs {
  const providers = [stackProvider(configuration.identity)];
  return tellingKnownParts((watch) =>
    declareEnvironment(configuration, catalogue, { providers, transformations: [watch] }),
  );
}

function declareEnvironment(
  configuration: WorkloadConfiguration,
  catalogue: Catalogue,
  opts: pulumi.ComponentResourceOptions,
): WorkloadOutputs {
  const { region, accountId, tags } = configuration.identity;
  const { environment, owner } = tags;
  const scope = { environment, accountId, region };

  const network = environmentNetwork(configuration, catalogue, opts);
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
      owner,
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
      uses: workloadUses(catalogue, data, integration),
      sizes: configuration.compute,
      tags: { ...contractTags(tags) },
      owner,
    },
    opts,
  );
  const built = [network, data, integration, compute].flatMap(({ declarations }) => declarations);
  const backup = environmentBackup(configuration, built, opts);
  new Monitoring(
    "monitoring",
    monitoringArgs(configuration, catalogue, [...built, ...backup.declarations]),
    opts,
  );

  return environmentOutputs({ network, compute, backup });
}

function environmentNetwork(
  { identity, network, compute }: WorkloadConfiguration,
  catalogue: Catalogue,
  opts: pulumi.ComponentResourceOptions,
): Network {
  const { region, accountId, tags } = identity;
  const { environment, criticality, owner } = tags;
  return new Network(
    "network",
    {
      ...network,
      ...{ environment, accountId, region, criticality, owner },
      dataPorts: dataPorts(catalogue),
      balancerPorts: balancerPorts(compute.frontDoor),
    },
    opts,
  );
}

function environmentOutputs({
  network,
  compute,
  backup,
}: {
  readonly network: Network;
  readonly compute: Compute;
  readonly backup: Backup;
}): WorkloadOutputs {
  return {
    url: compute.url,
    vpcId: network.vpcId,
    natBreakEven: network.natBreakEven,
    backupVaultArns: backup.vaultArns,
    backupCopyVaultArns: backup.copyVaultArns,
  };
}

/** What an environment's watching is made of: what its layers declare. */
function monitoringArgs(
  { identity, monitoring: sizes }: WorkloadConfiguration,
  catalogue: Catalogue,
  built: readonly Declaration[],
): MonitoringArgs {
  const { region, accountId, tags } = identity;
  const { environment, criticality, owner } = tags;
  return {
    scope: { environment, accountId, region },
    subjects: ofFamily(built, "monitored"),
    capacities: ofFamily(built, "capacity"),
    uses: dependencies(catalogue),
    sizes,
    owner,
    criticality,
  };
}
