import { join } from "node:path";

import { format, resolveConfig } from "prettier";

import { ROOT } from "./modules";
import { reasonFor } from "./reasons";
import { type Outcome, type Survivor, writtenOutcome } from "./record";

/** Where the page is, from the root of the repository. */
export const PAGE = "docs/mutation.md";

/** Share of mutants that the tests must kill. */
const TARGET = 0.95;

const INTRODUCTION = `# Do the tests of the policy pack notice a mistake?

<!-- Written by \`npm run mutate\`; do not edit. -->

A tool makes one small mistake at a time in the sources of the pack that decide (rules, shapes, facts of AWS, policy documents, address ranges,
joins over the stack) and runs the tests that need the source. It turns conditions round, moves bounds by one, misspells the names of
properties, types, actions and values, and loosens patterns. A mistake that a test notices is _killed_; one that none does, _survives_.
Mutants are compiled and run in memory; no file is written but this page and the record it is made of. A mutant that the compiler
refuses does not count. Of a table of more than four rows, two stand for all. A mutant that has been killed once counts as killed until its
source is tried again as a whole. What a control says of itself (title, why, fix, references, bounds of parameters) and words of messages are not
changed: other tests hold those.

| command                                | tries                                                          |
| -------------------------------------- | -------------------------------------------------------------- |
| \`npm run mutate\`                       | every mutant of every source (long)                            |
| \`npm run mutate -- rules/s3 shapes/\`   | the mutants of the sources whose paths begin so                |
| \`npm run mutate -- --again\`            | what survived the last time, after tests have been added       |
`;

/** How many mutants there were, and how many a test noticed. */
export function countsOf({ tried, survivors }: Outcome): { readonly tried: number; readonly killed: number } {
  const all = Object.values(tried).reduce((sum, count) => sum + count, 0);
  return { tried: all, killed: all - survivors.length };
}

/** The page as it should be now. */
export async function pageNow(): Promise<string> {
  const outcome = writtenOutcome();
  const text = [INTRODUCTION, result(outcome), byFolder(outcome), survivors(outcome)].join("\n");
  const layout = await resolveConfig(join(ROOT, PAGE));
  return await format(text, { ...layout, parser: "markdown" });
}

function result(outcome: Outcome): string {
  const { tried, killed } = countsOf(outcome);
  const isReached = killed / tried >= TARGET;
  const target = `${TARGET * 100} %`;
  return `## Result

**${killed} of ${tried} mutants are killed: ${percent(killed, tried)}.** ${
    isReached ? `At least ${target} are required.` : `The aim is ${target}, which is not reached yet.`
  }
`;
}

function byFolder({ tried, survivors, untried }: Outcome): string {
  const folders = [...new Set(Object.keys(tried).map(folderOf))];
  const rows = folders.map((folder) => {
    const all = Object.entries(tried)
      .filter(([source]) => folderOf(source) === folder)
      .reduce((sum, [, count]) => sum + count, 0);
    const alive = survivors.filter(({ source }) => folderOf(source) === folder).length;
    return `| \`policy-pack/${folder}/\` | ${all} | ${alive} | ${percent(all - alive, all)} |`;
  });
  const open =
    untried.length > 0
      ? [`Still to be tried, and counted nowhere: ${untried.map(code).join(", ")}.`, ""]
      : [];
  return [
    ...open,
    "| sources | mutants | survivors | killed |",
    "| --- | --: | --: | --: |",
    ...rows,
    "",
  ].join("\n");
}

function survivors({ survivors: all }: Outcome): string {
  const told = all.map((mutant) => ({ mutant, why: reasonFor(mutant) }));
  const sections = [...new Set(told.map(({ why }) => why))].flatMap((why) => [
    `### ${why}\n`,
    ...told.filter((each) => each.why === why).map(({ mutant }) => `- ${shown(mutant)}`),
    "",
  ]);
  return ["## What survives, and why\n", ...sections].join("\n");
}

function shown({ source, line, from, to }: Survivor): string {
  return `\`${source}\` ${line}: ${code(from)} → ${code(to)}`;
}

function code(text: string): string {
  return `\`\` ${text.replace(/\s+/g, " ")} \`\``;
}

function folderOf(source: string): string {
  return source.split("/")[0] ?? "";
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`;
}
