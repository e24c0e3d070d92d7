import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";

import { Compute, type ComputeArgs } from "../../../infra/compute";
import { simulate, type SimulatedResource, type Simulation } from "../../../simulator/mocks";
import { computeArgs, databaseGroup, key, largeArgs, placement, plainArgs } from "./arguments";

const cases = { small: computeArgs, large: largeArgs, plain: plainArgs } satisfies Record<
  string,
  ComputeArgs
>;

/** One of the layers that invariants are checked on. */
export type Case = keyof typeof cases;

/** A layer that was built against simulated AWS. */
export interface BuiltCompute {
  /** What it was asked for. */
  readonly args: ComputeArgs;
  /** The component. */
  readonly compute: Compute;
  /** What it registered. */
  readonly simulation: Simulation;
}

const built = new Map<Case, BuiltCompute>();

/** Builds the layers, once for all tests of a run. Simulations follow one another: the last that began answers. */
export async function buildAll(): Promise<void> {
  // The keys of a constant are its own.
  for (const name of Object.keys(cases) as Case[]) {
    if (!built.has(name)) built.set(name, await build(cases[name]));
  }
}

/** A simulated world with what the layer is given: network, key, a data store's security group. */
export function emptyWorld(preview = false): Simulation {
  return simulate({
    project: "platform",
    stack: "test",
    preview,
    existing: [
      { type: "aws:ec2/vpc:Vpc", id: placement.vpcId },
      { type: "aws:ec2/securityGroup:SecurityGroup", id: databaseGroup },
      ...Object.values(placement.subnets).flatMap((subnets) =>
        subnets.map(({ id, zoneId }) => ({
          type: "aws:ec2/subnet:Subnet",
          id,
          attributes: { availabilityZone: zoneId },
        })),
      ),
      { type: "aws:kms/key:Key", id: key.id, attributes: { arn: key.arn } },
    ],
  });
}

/** Builds one layer in a world of its own. */
export async function build(args: ComputeArgs, preview = false): Promise<BuiltCompute> {
  const simulation = emptyWorld(preview);
  const compute = await simulation.run(() => {
    const provider = new aws.Provider("aws", {
      region: "eu-west-1",
      allowedAccountIds: ["111122223333"],
      defaultTags: { tags: { Environment: "dev" } },
    });
    return new Compute("compute", args, { providers: [provider] });
  });
  return { args, compute, simulation };
}

/** One of the layers, built before by {@link buildAll}. */
export function of(name: Case): BuiltCompute {
  const found = built.get(name);
  assert.ok(found !== undefined, name);
  return found;
}

/** A test that checks something on every layer. */
export function always(check: (built: BuiltCompute) => void): () => void {
  return () => {
    for (const layer of built.values()) check(layer);
  };
}

/** A property that is text. */
export function text(resource: SimulatedResource, property: string): string {
  const value = resource.inputs[property];
  assert.ok(typeof value === "string", `${resource.name}.${property}`);
  return value;
}

/** A text or number as text; nothing where it is neither. */
export function shown(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** A property as JSON that holds texts, lists and objects. */
export function json(resource: SimulatedResource, property: string): unknown {
  return JSON.parse(text(resource, property));
}

/** One statement of a policy, as IAM reads it. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Action: readonly string[];
  readonly Resource?: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Statements of a policy document. */
export function statements(resource: SimulatedResource, property = "policy"): readonly Statement[] {
  return (json(resource, property) as { Statement: readonly Statement[] }).Statement;
}

/** The container of a task definition. */
export function containerOf(definition: SimulatedResource): Readonly<Record<string, unknown>> {
  const [container] = json(definition, "containerDefinitions") as readonly Readonly<
    Record<string, unknown>
  >[];
  assert.ok(container !== undefined, definition.name);
  return container;
}
