import type * as pulumi from "@pulumi/pulumi";

import { Compute } from "../infra/compute";
import { type Declaration, ofFamily } from "../infra/core/declarations";
import { contractTags } from "../infra/core/tags";
import { Data } from "../infra/data";
import { dataPorts } from "../infra/data/settings";
import { Integration } from "../infra/integration";
import { Monitoring, type MonitoringArgs } from "../infra/monitoring";
import { Network, type NatBreakEven } from "../infra/network";

import {
  balancerPorts,
  cacheUsers,
  computeCatalogue,
  dataCatalogue,
  dataSizes,
  integrationCatalogue,
} from "./catalogue/derived";
import { dependencies, telemetryWordsOf } from "./catalogue/watched";
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
}

/**
 * An environment: what the business runs, and all that keeps it running.
 *
 * @param catalogue what the business runs, the same in every environment
 */
export function workload(configuration: WorkloadConfiguration, catalogue: Catalogue): WorkloadOutputs {
  const { region, accountId, tags } = configuration.identity;
  const { environment, criticality, owner } = tags;
  const scope = { environment, accountId, region };
  const opts = { providers: [stackProvider(configuration.identity)] };

  const network = new Network(
    "network",
    {
      ...configuration.network,
      ...scope,
      criticality,
      owner,
      dataPorts: dataPorts(catalogue),
      balancerPorts: balancerPorts(configuration.compute.frontDoor),
    },
    opts,
  );
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
      uses: workloadUses(catalogue, { scope, data, integration, ...configuration.monitoring }),
      sizes: configuration.compute,
      tags: { ...contractTags(tags) },
      owner,
    },
    opts,
  );
  const layers = [network, data, integration, compute];
  new Monitoring("monitoring", monitoringArgs(configuration, catalogue, layers), {
    ...opts,
    // Logs of workloads are known by name, and have to be there before what is in them is masked.
    dependsOn: [compute],
  });

  return { url: compute.url, vpcId: network.vpcId, natBreakEven: network.natBreakEven };
}

/** What an environment's watching is made of: what its layers declare. */
function monitoringArgs(
  { identity, monitoring: sizes }: WorkloadConfiguration,
  catalogue: Catalogue,
  layers: readonly { readonly declarations: readonly Declaration[] }[],
): MonitoringArgs {
  const { region, accountId, tags } = identity;
  const { environment, criticality, owner } = tags;
  const built = layers.flatMap(({ declarations }) => declarations);
  return {
    scope: { environment, accountId, region },
    subjects: ofFamily(built, "monitored"),
    capacities: ofFamily(built, "capacity"),
    uses: dependencies(catalogue),
    telemetry: telemetryWordsOf(catalogue),
    sizes,
    owner,
    criticality,
  };
}
