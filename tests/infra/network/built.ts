import * as aws from "@pulumi/aws";

import { Network, type NetworkArgs } from "../../../infra/network";
import { simulate, type Simulation } from "../../../simulator/mocks";

/** Arguments of a network with everything in it; sizes of a small environment. */
export const networkArgs: NetworkArgs = {
  environment: "dev",
  region: "eu-west-1",
  accountId: "111122223333",
  cidr: "10.20.0.0/16",
  zones: [
    { id: "euw1-az1", name: "eu-west-1a" },
    { id: "euw1-az2", name: "eu-west-1b" },
    { id: "euw1-az3", name: "eu-west-1c" },
  ],
  nat: "single",
  endpoints: { groups: ["containers", "telemetry", "secrets", "management", "messaging"], zones: 2 },
  logRetentionDays: 30,
  encryptionControl: "monitor",
  traffic: { awsServicesGbPerMonth: 200, internetGbPerMonth: 50 },
  protect: false,
  criticality: "low",
  owner: "platform",
};

/** A network that was built against simulated AWS. */
export interface BuiltForTest {
  /** The component. */
  readonly network: Network;
  /** What it registered. */
  readonly simulation: Simulation;
}

/** Builds a network against simulated AWS, as a stack does: on one provider. */
export async function buildNetwork(
  changes: Partial<NetworkArgs> = {},
  options: { readonly preview?: boolean } = {},
): Promise<BuiltForTest> {
  const simulation = simulate({ project: "platform", stack: "test", ...options });
  const network = await simulation.run(() => {
    const provider = new aws.Provider("aws", {
      region: "eu-west-1",
      allowedAccountIds: ["111122223333"],
      defaultTags: { tags: { Environment: "dev" } },
    });
    return new Network("network", { ...networkArgs, ...changes }, { providers: [provider] });
  });
  return { network, simulation };
}
