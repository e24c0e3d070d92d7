/** One thing that is wrong with what a layer was asked for. */
export interface Problem {
  /** Way from the layer's arguments to the value. */
  readonly path: readonly (string | number)[];
  /** What was found there. */
  readonly given: string;
  /** What is accepted there. */
  readonly allowed: string;
}

/**
 * Writes problems as one message, each with its path, what was given and what is allowed.
 *
 * @param component what was asked, and its name: `network "network"`
 */
export function describeProblems(component: string, problems: readonly Problem[]): string {
  const lines = problems.map(
    ({ path, given, allowed }) => `  ${formatPath(path)}: given ${given}; allowed: ${allowed}`,
  );
  const count = problems.length === 1 ? "1 mistake" : `${problems.length} mistakes`;
  return [`${component}: ${count} in its arguments`, ...lines].join("\n");
}

function formatPath(path: readonly (string | number)[]): string {
  return path
    .map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join("");
}
