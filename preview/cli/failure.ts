import { ConfigurationError } from "../../stacks/config";
import { messageOf, PreviewError, type PreviewErrorKind } from "../preview-error";
import type { JsonError } from "../report/json";

/** What the command ends with. Where several apply, the highest. */
export const exitCodes = {
  success: 0,
  /** A mandatory control is violated. */
  violation: 1,
  /** Wrong arguments, wrong configuration, or a report folder that cannot be written. */
  wrongInput: 2,
  /** The program or a policy pack could not run. */
  couldNotRun: 3,
  /** Ctrl-C; what a shell makes of SIGINT. */
  interrupted: 130,
} as const;

const EXIT_CODES: Readonly<Record<JsonError["kind"], number>> = {
  usage: exitCodes.wrongInput,
  configuration: exitCodes.wrongInput,
  report: exitCodes.wrongInput,
  program: exitCodes.couldNotRun,
  policyPack: exitCodes.couldNotRun,
  internal: exitCodes.couldNotRun,
  interrupted: exitCodes.interrupted,
};

const PREVIEW_KINDS: Readonly<Record<PreviewErrorKind, JsonError["kind"]>> = {
  configuration: "configuration",
  program: "program",
  policy: "policyPack",
  aborted: "interrupted",
};

/** Why the command has no result, in words for a person. */
export class CommandFailure extends Error {
  public override readonly name = "CommandFailure";

  /**
   * @param kind - What went wrong; decides the exit code.
   * @param message - What is and what is required; the first line says it all.
   * @param details - Further lines for a person.
   * @param entries - The same for a program, one for every mistake; the lines, where there is nothing better.
   */
  public constructor(
    public readonly kind: JsonError["kind"],
    message: string,
    public readonly details: readonly string[] = [],
    private readonly entries: readonly unknown[] = details,
  ) {
    super(message);
  }

  /** What the command ends with. */
  public get exitCode(): number {
    return EXIT_CODES[this.kind];
  }

  /** What `--json` prints. */
  public toJson(): JsonError {
    const { kind, message, exitCode, entries } = this;
    return { kind, message, exitCode, ...(entries.length > 0 && { details: entries }) };
  }
}

/** Names what was thrown. What nobody expected keeps its stack trace: it is a mistake of this command. */
export function failureOf(error: unknown): CommandFailure {
  if (error instanceof CommandFailure) return error;
  if (error instanceof PreviewError) {
    return new CommandFailure(PREVIEW_KINDS[error.kind], error.message, error.details);
  }
  if (error instanceof ConfigurationError) {
    const [first = error.message, ...rest] = error.message.split("\n");
    return new CommandFailure("configuration", first, rest, error.mistakes);
  }
  const trace = error instanceof Error ? (error.stack ?? "").split("\n").slice(1) : [];
  return new CommandFailure("internal", messageOf(error), trace);
}
