import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";

import { Network, type NetworkArgs } from "../../../infra/network";
import { simulate, type Simulation, type SimulatedResource } from "../../../simulator/mocks";

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

const withoutData = { public: "10.20.0.0/21", app: "10.20.64.0/18", endpoints: "10.20.8.0/21" };

/** The networks that invariants are checked on: each mode, each size word, and one tier missing. */
const cases = {
  "a small one": { zones: networkArgs.zones.slice(0, 2) },
  "one more zone": {},
  "the largest": {
    nat: "per-zone",
    encryptionControl: "enforce",
    protect: true,
    organizationId: "o-a1b2c3d4e5",
  },
  "regional and dual-stack": { nat: "regional", dualStack: true, encryptionControl: "enforce" },
  "without data stores": { tierBlocks: withoutData },
  "closed, without data stores": { nat: "none", tierBlocks: withoutData },
} satisfies Record<string, Partial<NetworkArgs>>;

/** One of the networks that invariants are checked on. */
export type Case = keyof typeof cases;

/** A network that was built against simulated AWS. */
export interface BuiltNetwork {
  /** What it was asked for. */
  readonly args: NetworkArgs;
  /** The component. */
  readonly network: Network;
  /** What it registered. */
  readonly simulation: Simulation;
}

const built = new Map<Case, BuiltNetwork>();

/** Builds the networks, once for all tests of a run. Simulations follow one another: the last that began answers. */
export async function buildAll(): Promise<void> {
  // The keys of a constant are its own.
  for (const name of Object.keys(cases) as Case[]) {
    if (!built.has(name)) built.set(name, await build({ ...networkArgs, ...cases[name] }));
  }
}

async function build(args: NetworkArgs): Promise<BuiltNetwork> {
  const simulation = simulate({ project: "platform", stack: "test" });
  const network = await simulation.run(() => {
    const provider = new aws.Provider("aws", {
      region: "eu-west-1",
      allowedAccountIds: ["111122223333"],
      defaultTags: { tags: { Environment: "dev" } },
    });
    return new Network("network", args, { providers: [provider] });
  });
  return { args, network, simulation };
}

/** One of the networks, built before by {@link buildAll}. */
export function of(name: Case): BuiltNetwork {
  const found = built.get(name);
  assert.ok(found !== undefined, name);
  return found;
}

/** A test that checks something on every network. */
export function always(check: (simulation: Simulation, args: NetworkArgs) => void): () => void {
  return () => {
    for (const { simulation, args } of built.values()) check(simulation, args);
  };
}

/** Type of subnets. */
export const subnetType = "aws:ec2/subnet:Subnet";
const routeType = "aws:ec2/route:Route";

/** A property that is text. */
export function text(resource: SimulatedResource, property: string): string {
  const value = resource.inputs[property];
  assert.ok(typeof value === "string", `${resource.name}.${property}`);
  return value;
}

/** A property that is a list; an empty one where it is absent. */
export function list(resource: SimulatedResource, property: string): readonly unknown[] {
  const value = resource.inputs[property] ?? [];
  assert.ok(Array.isArray(value), `${resource.name}.${property}`);
  return value;
}

/** Tier of a subnet, by its logical name. */
export function tierOf(subnet: SimulatedResource): string {
  return subnet.name.split("-")[1] ?? "";
}

/** Route table of each subnet, by subnet id. */
export function routeTables(simulation: Simulation): ReadonlyMap<string, string> {
  return new Map(
    simulation
      .ofType("aws:ec2/routeTableAssociation:RouteTableAssociation")
      .map((association) => [text(association, "subnetId"), text(association, "routeTableId")]),
  );
}

/** Routes of a tier's subnets. */
export function routesOf(simulation: Simulation, tier: string): readonly SimulatedResource[] {
  const tables = routeTables(simulation);
  const ofTier = simulation.ofType(subnetType).filter((subnet) => tierOf(subnet) === tier);
  const ids = new Set(ofTier.map(({ id }) => tables.get(id)));
  return simulation.ofType(routeType).filter((route) => ids.has(text(route, "routeTableId")));
}
