import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

import { distance } from "fastest-levenshtein";

import { YamlFile } from "../project/yaml-file";
import { CommandFailure } from "./failure";

/** The nearest word is offered when no more than this share of it is mistyped. */
const MOST_MISTYPED = 0.5;

function projectFile(folder: string): string {
  const file = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"]
    .map((name) => join(folder, name))
    .find(existsSync);
  if (file !== undefined) return file;
  throw new CommandFailure(
    "usage",
    `there is no Pulumi project in ${folder}; a folder with a Pulumi.yaml is required`,
  );
}

/**
 * The stacks of a project: those with a configuration file, sorted.
 *
 * @throws CommandFailure where there is no project.
 */
export function projectStacks(folder: string): readonly string[] {
  const file = projectFile(folder);
  const stackFolder = YamlFile.read(folder, file).get("stackConfigDir");
  const searched = typeof stackFolder === "string" ? resolve(folder, stackFolder) : folder;
  if (!existsSync(searched)) return [];
  return readdirSync(searched)
    .flatMap((name) => /^Pulumi\.(.+)\.(?:yaml|yml|json)$/.exec(name)?.[1] ?? [])
    .sort();
}

function nearest(given: string, words: readonly string[]): string | undefined {
  const mistyped = (word: string): number => distance(given.toLowerCase(), word.toLowerCase());
  const [best] = [...words].sort((a, b) => mistyped(a) - mistyped(b));
  return best !== undefined && mistyped(best) <= best.length * MOST_MISTYPED ? best : undefined;
}

/**
 * Refuses a stack that the project does not have.
 *
 * @throws CommandFailure with the stacks there are and the nearest one.
 */
export function assertStack(stack: string, stacks: readonly string[]): void {
  if (stacks.includes(stack)) return;
  const meant = nearest(stack, stacks);
  const question = meant === undefined ? "" : `; did you mean ${meant}?`;
  throw new CommandFailure("usage", `there is no stack "${stack}"${question}`, [
    stacks.length === 0
      ? "the project has no stacks: a file Pulumi.<stack>.yaml is required for each"
      : `the stacks are ${stacks.join(", ")}`,
  ]);
}
