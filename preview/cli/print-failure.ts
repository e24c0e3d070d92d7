import { screenOf } from "../report/terminal";
import { harmless } from "../report/terminal/text";
import type { CommandFailure } from "./failure";
import type { Surroundings } from "./surroundings";

/** Says on standard error why there is no result. */
export function printFailure(
  { stderr, environment }: Pick<Surroundings, "stderr" | "environment">,
  { message, details }: CommandFailure,
): void {
  const { paint } = screenOf(stderr, environment);
  const lines = details.map((line) => (line === "" ? "" : `  ${harmless(line)}`));
  stderr.write(`${[`${paint.red("✗")} ${paint.bold(harmless(message))}`, ...lines].join("\n")}\n`);
}
