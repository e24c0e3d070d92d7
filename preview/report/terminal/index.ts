import type { Approximation, Phases, PreviewResult } from "../../result";
import { componentTree, shortType, stackSize } from "../component-tree";
import { standing } from "../standing";
import { TreePainter } from "./tree";
import type { Screen } from "./screen";
import { severityTable, unknownTable } from "./tables";
import { count, duration, fit, harmless, wrap } from "./text";
import { exemptLines, failureLines, namingOf, undeterminedLines } from "./verdicts";

export { type Destination, type Screen, screenOf } from "./screen";

/** Distinct approximations named in the terminal; the report holds all of them. */
const MOST_APPROXIMATIONS = 6;

/** Diagnostics shown in the terminal; the report holds all of them. */
const MOST_DIAGNOSTICS = 10;

function part(screen: Screen, title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const body = lines.at(-1) === "" ? lines.slice(0, -1) : lines;
  return [screen.paint.bold(screen.paint.underline(title)), ...body, ""];
}

function headLines({ paint, width }: Screen, { stack, program }: PreviewResult): readonly string[] {
  const name = fit(harmless(stack), Math.floor(width / 3));
  const about = `${program} · offline preview: AWS is simulated, nothing is created`;
  const [first = "", ...rest] = wrap(about, width - name.length - 2);
  return [`${paint.bold(name)}  ${paint.dim(first)}`, ...rest.map((line) => paint.dim(line)), ""];
}

function treePart(screen: Screen, { resources, verdicts }: PreviewResult): readonly string[] {
  const lines = new TreePainter(screen, verdicts).draw(componentTree(resources));
  const size = stackSize(resources);
  return part(screen, `${count(size.components, "component")}, ${count(size.resources, "resource")}`, lines);
}

function approximationLines(screen: Screen, approximations: readonly Approximation[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { type, what } of approximations) {
    const text = `${shortType(type)}: ${what}`;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const shown = [...counts].slice(0, MOST_APPROXIMATIONS);
  const more = counts.size - shown.length;
  return [
    ...shown.flatMap(([text, times]) =>
      wrap(times > 1 ? `${text} (${times} times)` : text, screen.width, "    "),
    ),
    ...(more > 0 ? [screen.paint.dim(`    … and ${more} more`)] : []),
  ];
}

function unknowablePart(screen: Screen, result: PreviewResult): readonly string[] {
  const approximations = approximationLines(screen, result.approximations);
  const secrets = result.diagnostics.filter(({ code }) => code === "secretPlaceholder");
  return part(screen, "What this preview cannot know", [
    ...unknownTable(screen, result),
    ...(approximations.length > 0 ? ["  approximated by the simulator", ...approximations] : []),
    ...secrets.flatMap(({ message }) => wrap(message, screen.width, "  ")),
  ]);
}

function policyParts(screen: Screen, result: PreviewResult): readonly string[] {
  const { verdicts, policyPacks } = result;
  if (policyPacks.length === 0) return part(screen, "Policy verdicts", ["  No policy pack was asked."]);
  const naming = namingOf(result);
  const undetermined = verdicts.filter((verdict) => standing(verdict) === "undetermined").length;
  const title = `Undetermined: ${count(undetermined, "verdict")} that only an update can give`;
  return [
    ...part(screen, "Policy verdicts", severityTable(screen, verdicts)),
    ...part(screen, "Failures", failureLines(screen, naming, verdicts)),
    ...part(screen, title, undeterminedLines(screen, naming, verdicts)),
    ...part(screen, "Exempt", exemptLines(screen, naming, verdicts)),
  ];
}

function diagnosticsPart(screen: Screen, { diagnostics }: PreviewResult): readonly string[] {
  const problems = diagnostics.filter(
    ({ severity, code }) => severity !== "info" && code !== "secretPlaceholder",
  );
  const told = diagnostics.filter(({ severity, source }) => severity === "info" && source === "program");
  const shown = [...problems, ...told];
  const more = shown.length - MOST_DIAGNOSTICS;
  return part(screen, "Messages", [
    ...shown
      .slice(0, MOST_DIAGNOSTICS)
      .flatMap(({ severity, message }) => `${severity}: ${message}`.split("\n"))
      .flatMap((line) => wrap(line, screen.width, "  ")),
    ...(more > 0 ? [screen.paint.dim(`  … and ${more} more`)] : []),
  ]);
}

/** The phases in words. Packs start beside the program, so only what policies add to the wait is theirs. */
export function describePhases({ setupMs, programMs, programStartMs, policyMs }: Phases): string {
  return [
    `setup ${duration(setupMs)}`,
    `program ${duration(programMs)} (${duration(programStartMs)} to load)`,
    `policies ${duration(policyMs)} more`,
  ].join(" · ");
}

function timingLines({ paint, width }: Screen, { durationMs, phases }: PreviewResult): readonly string[] {
  return wrap(`Took ${duration(durationMs)}: ${describePhases(phases)}`, width).map((line) =>
    paint.dim(line),
  );
}

/** The result in one line: what decides the exit code. */
function resultLine({ paint }: Screen, { summary }: PreviewResult): string {
  const { mandatoryFailures: failures } = summary;
  if (failures > 0) return paint.red(`✗ ${count(failures, "mandatory violation")}`);
  return paint.green("✓ No mandatory control is violated");
}

/** The whole terminal output of one stack, but for where its report lies. */
export function renderTerminal(screen: Screen, result: PreviewResult): readonly string[] {
  return [
    ...headLines(screen, result),
    ...treePart(screen, result),
    ...unknowablePart(screen, result),
    ...diagnosticsPart(screen, result),
    ...policyParts(screen, result),
    resultLine(screen, result),
    ...timingLines(screen, result),
  ];
}
