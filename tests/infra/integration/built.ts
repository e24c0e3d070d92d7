import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";

import { Integration, type IntegrationArgs } from "../../../infra/integration";
import { simulate, type SimulatedResource, type Simulation } from "../../../simulator/mocks";
import { contract, integrationArgs, large } from "./sample";

const longName = `${"a-very-long-name-".repeat(3)}indeed`;

/** A catalogue whose names are as long as they may be and of equal beginning, and which has no partners or workflows. */
const longCatalogue: IntegrationArgs["catalogue"] = {
  workloads: Object.fromEntries(
    ["one", "two"].map((end) => [
      `${longName}-${end}`,
      { description: "A service", owner: "sales", criticality: "low" } as const,
    ]),
  ),
  events: Object.fromEntries(
    ["one", "two"].map((end) => [
      `${longName}-${end}`,
      contract(`${longName}-one`, [`${longName}-one`, `${longName}-two`]),
    ]),
  ),
  workflows: {},
  partners: {},
};

const { events, partners } = integrationArgs.catalogue;

/** The same business while an event has a new version: not everybody reads it yet. */
const movingCatalogue: IntegrationArgs["catalogue"] = {
  ...integrationArgs.catalogue,
  events: {
    ...events,
    "order-placed": {
      ...contract("orders", ["notifications"]),
      version: 2,
      earlier: { "1": contract("orders", []).schema },
      consumers: {
        inventory: { handlerTimeoutSeconds: 30, ageObjectiveSeconds: 300, version: 1 },
        notifications: { handlerTimeoutSeconds: 30, ageObjectiveSeconds: 300 },
      },
    },
  },
  partners: Object.fromEntries(
    Object.entries(partners).map(([name, partner]) => [
      name,
      name === "manufacturer" ? { ...partner, receives: ["order-placed.v1"] } : partner,
    ]),
  ),
};

const cases = {
  "a small one": {},
  "one that moves to a new version": { catalogue: movingCatalogue },
  "a large one": { sizes: large },
  "long names": { catalogue: longCatalogue, sizes: { ...large, partners: {} } },
} satisfies Record<string, Partial<IntegrationArgs>>;

/** One of the integrations that invariants are checked on. */
export type Case = keyof typeof cases;

/** An integration that was built against simulated AWS. */
export interface BuiltIntegration {
  /** What it was asked for. */
  readonly args: IntegrationArgs;
  /** The component. */
  readonly integration: Integration;
  /** What it registered. */
  readonly simulation: Simulation;
}

const built = new Map<Case, BuiltIntegration>();

/** Builds the integrations, once for all tests of a run. */
export async function buildAll(): Promise<void> {
  // The keys of a constant are its own.
  for (const name of Object.keys(cases) as Case[]) {
    if (!built.has(name)) built.set(name, await build({ ...integrationArgs, ...cases[name] }));
  }
}

async function build(given: IntegrationArgs): Promise<BuiltIntegration> {
  const simulation = simulate({ project: "platform", stack: "test" });
  let args = given;
  const integration = await simulation.run(() => {
    const provider = new aws.Provider("aws", {
      region: "eu-west-1",
      allowedAccountIds: ["111122223333"],
      defaultTags: { tags: { Environment: "dev" } },
    });
    args = { ...given, keys: keysOf(provider) };
    return new Integration("integration", args, { providers: [provider] });
  });
  return { args, integration, simulation };
}

function keysOf(provider: aws.Provider): IntegrationArgs["keys"] {
  return Object.fromEntries(
    ["platform", "sales", "customers"].map((domain) => {
      const { arn, id } = new aws.kms.Key(domain, { enableKeyRotation: true }, { provider });
      return [domain, { arn, id }];
    }),
  );
}

/** One of the integrations, built before by {@link buildAll}. */
export function of(name: Case): BuiltIntegration {
  const found = built.get(name);
  assert.ok(found !== undefined, name);
  return found;
}

/** A test that checks something on every integration. */
export function always(check: (built: BuiltIntegration) => void): () => void {
  return () => {
    for (const each of built.values()) check(each);
  };
}

/** A property that is text. */
export function text(resource: SimulatedResource, property: string): string {
  const value = resource.inputs[property];
  assert.ok(typeof value === "string", `${resource.name}.${property}`);
  return value;
}

/** A statement of a policy document, as the tests look at it. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Principal?: unknown;
  readonly Action: readonly string[];
  readonly Resource?: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Statements of a policy that a resource carries. */
export function statements(resource: SimulatedResource, property = "policy"): readonly Statement[] {
  const document = JSON.parse(text(resource, property)) as { readonly Statement: readonly Statement[] };
  return document.Statement;
}

/** ARN of a domain's key. */
export function keyArn(simulation: Simulation, domain: string): unknown {
  return simulation.resource("aws:kms/key:Key", domain).outputs.arn;
}
