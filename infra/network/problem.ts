/** One thing that is wrong with what the network was asked for. */
export interface NetworkProblem {
  /** Way from the network's arguments to the value. */
  readonly path: readonly (string | number)[];
  /** What was found there. */
  readonly given: string;
  /** What is accepted there. */
  readonly allowed: string;
}

/** Writes problems as one message, each with its path, what was given and what is allowed. */
export function describeProblems(network: string, problems: readonly NetworkProblem[]): string {
  const lines = problems.map(
    ({ path, given, allowed }) => `  ${formatPath(path)}: given ${given}; allowed: ${allowed}`,
  );
  const count = problems.length === 1 ? "1 mistake" : `${problems.length} mistakes`;
  return [`network "${network}": ${count} in its arguments`, ...lines].join("\n");
}

function formatPath(path: readonly (string | number)[]): string {
  return path
    .map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join("");
}
