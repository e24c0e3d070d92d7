// eslint-disable-next-line @typescript-eslint/no-require-imports -- the module is its class; only this form imports it as such
import Table = require("cli-table3");

import type { PreviewResult, Verdict } from "../../result";
import { shortType } from "../component-tree";
import { isMandatory, SEVERITIES, standing } from "../standing";
import { unknownsByType } from "../unknowns";
import type { Paint, Screen } from "./screen";
import { fit } from "./text";

/** Rows of a table in the terminal; the report holds all of them. */
const MOST_ROWS = 8;

/** Columns apart by space alone: readable on every terminal, and for `grep` and `awk` behind a pipe. */
const NO_LINES = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "  ",
};

/** A table; its first column is text, the others are numbers. */
export function numberTable(
  paint: Paint,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const table = new Table({
    chars: NO_LINES,
    style: { "padding-left": 0, "padding-right": 0, head: [], border: [], compact: true },
    colAligns: headings.map((_, index) => (index === 0 ? "left" : "right")),
    head: headings.map((heading) => paint.dim(heading)),
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split("\n")
    .map((line) => `  ${line}`.trimEnd());
}

const COLUMNS = ["mandatory", "advisory", "exempt", "undetermined", "passes"] as const;

function columnOf(verdict: Verdict): (typeof COLUMNS)[number] | undefined {
  const word = standing(verdict);
  if (word === "notApplicable") return undefined;
  if (word === "pass") return "passes";
  if (word === "fail") return isMandatory(verdict) ? "mandatory" : "advisory";
  return word;
}

/** Verdicts by severity: failures of mandatory and of other controls, exempt, undetermined, passed. */
export function severityTable({ paint }: Screen, verdicts: readonly Verdict[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const verdict of verdicts) {
    const key = `${verdict.severity} ${columnOf(verdict) ?? ""}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const colours: Record<(typeof COLUMNS)[number], (text: string) => string> = {
    mandatory: paint.red,
    advisory: paint.yellow,
    exempt: paint.magenta,
    undetermined: paint.yellow,
    passes: paint.green,
  };
  const cell = (severity: string, column: (typeof COLUMNS)[number]): string => {
    const number = counts.get(`${severity} ${column}`) ?? 0;
    return number === 0 ? paint.dim("0") : colours[column](number.toLocaleString("en"));
  };
  return numberTable(
    paint,
    ["", "fails, mandatory", "fails, advisory", "exempt", "undetermined", "passes"],
    SEVERITIES.map((severity) => [severity, ...COLUMNS.map((column) => cell(severity, column))]),
  );
}

/** Values that only an update can know, by type. */
export function unknownTable({ paint, width }: Screen, result: PreviewResult): readonly string[] {
  const kinds = unknownsByType(result.resources);
  if (kinds.length === 0) return [];
  const room = width - 30;
  const rows = kinds
    .slice(0, MOST_ROWS)
    .map(({ type, resources, values }) => [fit(shortType(type), room), String(resources), String(values)]);
  const more = kinds.length - rows.length;
  return [
    ...numberTable(paint, ["known after update", "resources", "values"], rows),
    ...(more > 0 ? [paint.dim(`  … and ${more} more types`)] : []),
  ];
}
