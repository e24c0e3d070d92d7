import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import * as pulumi from "@pulumi/pulumi";

import { readProject } from "../../preview/project";
import { type Simulation, simulate } from "../../simulator/mocks";
import type { WireObject } from "../../simulator/wire";

const root = join(__dirname, "..", "..");
const program = join(root, "stacks", "index.ts");

/** Every stack that has a file. */
export const stacks: readonly string[] = readdirSync(root)
  .map((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1])
  .filter((stack) => stack !== undefined);

/** Loads the program afresh, as Pulumi does to start it. Its exports are the stack's outputs. */
export function start(): object {
  const load = createRequire(__filename);
  Reflect.deleteProperty(load.cache, program);
  // The program exports nothing but an object of outputs.
  return load(program) as object;
}

/** Configuration of a stack, by full key, as the engine hands it over. */
export function configurationOf(stack: string): Record<string, string> {
  const { configuration } = readProject(root, stack);
  return Object.fromEntries([...configuration].map(([key, { text }]) => [key, text]));
}

/** Runs the program of a stack against simulated AWS; in a preview, what AWS assigns is unknown. */
export async function run(
  stack: string,
  config: Readonly<Record<string, string>>,
  preview = true,
): Promise<[Simulation, object]> {
  const stackOutputs = preview ? {} : await promisedOutputs(config["platform:standsInFor"]);
  const simulation = simulate({ project: "platform", stack, preview, config, stackOutputs });
  const outputs = await simulation.run(start);
  return [simulation, outputs];
}

/** Outputs of the stack that another one stands in for, as the engine reads them from its state. */
async function promisedOutputs(stack: string | undefined): Promise<Readonly<Record<string, WireObject>>> {
  return stack === undefined ? {} : { [`organization/platform/${stack}`]: await outputsOf(stack) };
}

/** Makes something of each stack once for all tests of a run. */
function once<Made>(make: (stack: string) => Promise<Made>): (stack: string) => Promise<Made> {
  const made = new Map<string, Promise<Made>>();
  return (stack) => {
    const making = made.get(stack) ?? make(stack);
    made.set(stack, making);
    return making;
  };
}

/** A stack as it is configured, and its outputs, in a preview; once for all tests of a run. */
export const previewedStack = once((stack) => run(stack, configurationOf(stack)));

/** A stack as deployed into simulated AWS. */
interface Deployed {
  readonly simulation: Simulation;
  /** Its outputs, as its state holds them. */
  readonly outputs: WireObject;
}

async function deploy(stack: string): Promise<Deployed> {
  const [simulation, outputs] = await run(stack, configurationOf(stack), false);
  const known = await new Promise<object>((resolve) => {
    pulumi.output(outputs).apply(resolve);
  });
  // What goes into the state is JSON.
  return { simulation, outputs: JSON.parse(JSON.stringify(known)) as WireObject };
}

const deployedOnce = once(deploy);

/** A stack as deployed into simulated AWS, everything known; once for all tests of a run. */
export async function deployedStack(stack: string): Promise<Simulation> {
  return (await deployedOnce(stack)).simulation;
}

/** Outputs of a stack, once it is deployed. */
export async function outputsOf(stack: string): Promise<WireObject> {
  return (await deployedOnce(stack)).outputs;
}

/** For a suite that looks at several stacks: deploys them before it begins, and has each by its name. */
export function deployedStacks(...names: readonly string[]): (stack: string) => Simulation {
  const simulations = new Map<string, Simulation>();
  before(async () => {
    for (const name of names) simulations.set(name, await deployedStack(name));
  });
  return (stack) => {
    const simulation = simulations.get(stack);
    if (simulation === undefined) throw new Error(`the suite does not deploy ${stack}`);
    return simulation;
  };
}
