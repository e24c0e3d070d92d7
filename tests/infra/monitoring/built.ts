import * as aws from "@pulumi/aws";

import { Monitoring, type MonitoringArgs } from "../../../infra/monitoring";
import { simulate, type Simulation } from "../../../simulator/mocks";
import { everything, scope } from "./things";

const somebody = { team: { protocol: "email", endpoint: "team@example.com" } } as const;

/** Arguments of a layer that watches a thing of each kind. */
export const monitoringArgs: MonitoringArgs = {
  scope,
  subjects: everything,
  capacities: [
    {
      family: "capacity",
      name: "orders",
      vcpu: 1,
      memoryGib: 2,
      storageGib: 20,
      count: 2,
      minimum: 2,
      maximum: 8,
    },
  ],
  uses: {
    orders: [
      { kind: "database", name: "sales" },
      { kind: "table", name: "stock" },
      { kind: "cache", name: "prices" },
      { kind: "bucket", name: "documents" },
      { kind: "partner", name: "manufacturer" },
    ],
    planning: [{ kind: "database", name: "workshop" }],
  },
  sizes: {
    protect: true,
    accountEvents: true,
    subscriptions: { page: somebody, ticket: somebody, notice: somebody },
    mutes: {
      maintenance: { starts: "0 3 * * sun", timezone: "UTC", minutes: 60, about: ["sales", "orders"] },
    },
  },
  owner: "platform-team",
  criticality: "high",
};

/** A layer that was built against simulated AWS. */
export interface BuiltMonitoring {
  /** The component. */
  readonly monitoring: Monitoring;
  /** What it registered. */
  readonly simulation: Simulation;
}

/** Builds a layer in a world of its own. */
export async function build(args: MonitoringArgs): Promise<BuiltMonitoring> {
  const simulation = simulate({
    project: "platform",
    stack: "test",
    existing: [{ type: "aws:cloudwatch/logGroup:LogGroup", id: "/dev/workload/orders" }],
  });
  const monitoring = await simulation.run(() => {
    const provider = new aws.Provider("aws", {
      region: "eu-west-1",
      allowedAccountIds: ["111122223333"],
      defaultTags: { tags: { Environment: "dev" } },
    });
    return new Monitoring("monitoring", args, { providers: [provider] });
  });
  return { monitoring, simulation };
}
