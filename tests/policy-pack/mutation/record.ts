import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Mutant } from "./mutants";

/** A mutant that no test has noticed. */
export interface Survivor extends Omit<Mutant, "start"> {
  readonly source: string;
}

/** What came of trying mutants. */
export interface Outcome {
  /** Mutants that compile, by the source they are in. */
  readonly tried: Readonly<Record<string, number>>;
  readonly survivors: readonly Survivor[];
  /** Sources whose mutants are still to be tried; they are counted nowhere. */
  readonly untried: readonly string[];
}

const FILE = join(__dirname, "outcome.json");

/** The outcome that is written down. */
export function writtenOutcome(): Outcome {
  if (!existsSync(FILE)) return { tried: {}, survivors: [], untried: [] };
  // The file is written below, and by nobody else.
  return JSON.parse(readFileSync(FILE, "utf8")) as Outcome;
}

/** Writes an outcome down, in the order of sources and of their lines. */
export function writeOutcome({ tried, survivors, untried }: Outcome): void {
  const ordered = {
    tried: Object.fromEntries(Object.entries(tried).sort()),
    survivors: [...survivors].sort(
      (one, other) => one.source.localeCompare(other.source) || one.line - other.line,
    ),
    untried,
  };
  writeFileSync(FILE, `${JSON.stringify(ordered, undefined, 2)}\n`);
}

/** By what a mutant is known from one run to the next, whatever the lines before it do. */
export function identityOf({ source, kind, from, to }: Omit<Survivor, "line">): string {
  return `${source} ${kind} ${from} → ${to}`;
}
