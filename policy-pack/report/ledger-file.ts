import { readFileSync } from "node:fs";

import type { LedgerLine } from "../verdict/ledger";
import { type ReportedVerdict, type Rule, stackAndProject, type StackReport } from "./judged";

/** Why a file is no ledger. */
export class LedgerError extends Error {
  public override readonly name = "LedgerError";
}

/** Every line of a ledger, once. */
function linesOf(file: string): readonly string[] {
  let content: string;
  try {
    content = readFileSync(file, "utf8");
  } catch (error) {
    throw new LedgerError(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return [...new Set(content.split("\n").filter((line) => line !== ""))];
}

function verdictOf(file: string, line: string): LedgerLine {
  try {
    // What the pack wrote is what its type says; the two fields that everything hangs on are looked at.
    const verdict = JSON.parse(line) as LedgerLine;
    if (typeof verdict.control === "string" && typeof verdict.urn === "string") return verdict;
  } catch {
    // Told below.
  }
  throw new LedgerError(`${file} is no ledger; the file that POLICY_VERDICTS named is required`);
}

function reported(line: LedgerLine): ReportedVerdict {
  const { exemption, ...rest } = line;
  return exemption === undefined ? rest : { ...rest, exemption };
}

/**
 * The verdicts that runs of the pack left behind, by stack.
 *
 * @param files - Ledgers: what `POLICY_VERDICTS` named while Pulumi ran.
 * @param pack - The pack and its controls.
 * @throws LedgerError - Where a file cannot be read, or holds something else.
 */
export function reportsOf(
  files: readonly string[],
  pack: { readonly tool: StackReport["tool"]; readonly rules: readonly Rule[] },
): readonly StackReport[] {
  const verdicts = files.flatMap((file) => linesOf(file).map((line) => verdictOf(file, line)));
  const stacks = new Map<string, ReportedVerdict[]>();
  for (const line of verdicts) {
    const { stack, project } = stackAndProject(line.urn);
    const key = JSON.stringify([project, stack]);
    stacks.set(key, [...(stacks.get(key) ?? []), reported(line)]);
  }
  return [...stacks.values()].map((group) => {
    const { stack, project } = stackAndProject(group[0]?.urn ?? "");
    return {
      ...{ ...pack, stack, project, verdicts: group },
      placeOf: () => ({ file: `Pulumi.${stack}.yaml`, line: 1 }),
    };
  });
}
