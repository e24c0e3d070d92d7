import type { PreviewResult } from "../../result";
import { stackSize } from "../component-tree";
import { isMandatory, withStanding } from "../standing";
import type { Screen } from "./screen";
import { numberTable } from "./tables";
import { duration, fit, harmless, wrap } from "./text";

/** What became of one stack of several. */
export type StackOutcome =
  | { readonly stack: string; readonly exitCode: number; readonly result: PreviewResult }
  | { readonly stack: string; readonly exitCode: number; readonly failure: string };

function cells({ paint }: Screen, outcome: StackOutcome): readonly string[] {
  const stack = fit(harmless(outcome.stack), 24);
  const code = outcome.exitCode === 0 ? paint.green("0") : paint.red(String(outcome.exitCode));
  if (!("result" in outcome)) return [stack, "-", "-", "-", "-", "-", "-", code];
  const { result } = outcome;
  const { resources, summary, verdicts, durationMs } = result;
  const mandatory = summary.mandatoryFailures;
  return [
    stack,
    String(stackSize(resources).resources),
    mandatory > 0 ? paint.red(String(mandatory)) : "0",
    String(withStanding(verdicts, "fail").filter((verdict) => !isMandatory(verdict)).length),
    String(withStanding(verdicts, "undetermined").length),
    String(withStanding(verdicts, "exempt").length),
    duration(durationMs),
    code,
  ];
}

/** One row for every stack that was previewed, then why some could not be. */
export function renderStacks(screen: Screen, outcomes: readonly StackOutcome[]): readonly string[] {
  const headings = ["stack", "resources", "mandatory", "advisory", "undet.", "exempt", "took", "exit"];
  const failures = outcomes.flatMap((outcome) =>
    "failure" in outcome ? wrap(`${outcome.stack}: ${outcome.failure}`, screen.width, "  ") : [],
  );
  return [
    screen.paint.bold(screen.paint.underline("All stacks")),
    ...numberTable(
      screen.paint,
      headings,
      outcomes.map((outcome) => cells(screen, outcome)),
    ),
    ...(failures.length > 0 ? ["", ...failures] : []),
  ];
}
