import type * as pulumi from "@pulumi/pulumi";

import { Network, type NatBreakEven } from "../infra/network";

import type { WorkloadConfiguration } from "./config";
import { stackProvider } from "./provider";

/** What a stack of the `workload` program tells the outside. */
export interface WorkloadOutputs {
  /** VPC of the environment. */
  readonly vpcId: pulumi.Output<string>;
  /** NAT gateways against interface endpoints, at the traffic expected. */
  readonly natBreakEven: NatBreakEven;
}

/** An environment: what the business runs, and all that keeps it running. */
export function workload(configuration: WorkloadConfiguration): WorkloadOutputs {
  const { region, accountId, tags } = configuration.identity;
  const provider = stackProvider(configuration.identity);

  const network = new Network(
    "network",
    {
      ...configuration.network,
      environment: tags.environment,
      region,
      accountId,
      criticality: tags.criticality,
      owner: tags.owner,
    },
    { providers: [provider] },
  );

  return { vpcId: network.vpcId, natBreakEven: network.natBreakEven };
}
