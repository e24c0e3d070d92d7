import { readFileSync } from "node:fs";
import { join } from "node:path";

import { explanationOf } from "./explained";
import { ROOT } from "./modules";
import type { Survivor } from "./record";

/** Why a kind of mutant lives on, and how one of the kind is recognised. */
interface Reason {
  readonly why: string;
  /** @param line - The line of the source that the mutant is in. */
  readonly covers: (mutant: Survivor, line: string) => boolean;
}

/** What is said of a mutant of which nothing is known that excuses it. */
export const UNEXPLAINED = "No test tells it from the sound source yet.";

/** The first that covers a mutant is its reason. */
const REASONS: readonly Reason[] = [
  {
    why: "The same: no list is shorter than empty, and a verdict without findings is a pass.",
    covers: ({ kind, from, to }, line) =>
      (kind === "bound" && from === "0" && to === "(-1)" && /length (===|>) 0/.test(line)) ||
      (from === ">" && to === ">=" && /length > 0 \? .*: pass/.test(line)),
  },
  {
    why: "The same: what AWS does where nothing is said is refused, and so is a value that nothing has.",
    covers: ({ kind, from }, line) =>
      kind === "name" && new RegExp(`(\\?\\? |, )${escaped(from)}\\)`).test(line),
  },
  {
    why: "The number stands for a property that is left out, and its neighbour is on the same side of the bound.",
    covers: ({ kind, from }, line) =>
      kind === "bound" && new RegExp(`(\\?\\? -?|, )${escaped(from)}\\b|const [A-Z_]+ = ${from}`).test(line),
  },
  {
    why: "No fixture gives a text that only the looser pattern takes; AWS writes these texts in one form.",
    covers: ({ kind }) => kind === "pattern",
  },
  {
    why: "A row of a table of AWS's names: the tests try some of its rows, not this one.",
    covers: ({ kind, from }, line) =>
      kind === "name" && (line.trim() === `${from},` || /(\[|new Set\(|tokens\(|, )"/.test(line)),
  },
  {
    why: "A default that a user may set: the tests try values beside it, not the next one.",
    covers: (_, line) => /^\s*default: /.test(line),
  },
  {
    why: "Decides which place or words a finding names; the verdict is the same.",
    covers: (_, line) =>
      /decidedBy|undetermined\(|fail\(|\bfind\(|const (finding|place|unknown|open|PLACE)\b/.test(line),
  },
  {
    why: "Part of an example event that a filter is tried with; the filters of the tests do not ask for it.",
    covers: ({ source }) => source.includes("alarm"),
  },
];

const sources = new Map<string, readonly string[]>();

/** Why a mutant that no test has noticed is left: what was found of it alone, or of its kind. */
export function reasonFor(mutant: Survivor): string {
  const explanation = explanationOf(mutant);
  if (explanation !== undefined) return explanation;
  const lines =
    sources.get(mutant.source) ?? readFileSync(join(ROOT, "policy-pack", mutant.source), "utf8").split("\n");
  sources.set(mutant.source, lines);
  const line = lines[mutant.line - 1] ?? "";
  return REASONS.find(({ covers }) => covers(mutant, line))?.why ?? UNEXPLAINED;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
