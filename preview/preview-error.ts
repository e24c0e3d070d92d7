/** What stopped a preview. */
export type PreviewErrorKind =
  /** The project or the stack's configuration is missing or wrong. */
  | "configuration"
  /** The program threw, or a resource of it cannot be. */
  | "program"
  /** A policy pack could not be started, configured or asked. */
  | "policy"
  /** The caller's signal ended the preview. */
  | "aborted";

/** Why there is no preview. The first line of the message says what is wrong; `details` hold what helps to find it. */
export class PreviewError extends Error {
  public override readonly name = "PreviewError";

  /**
   * @param kind - What stopped the preview.
   * @param message - One line.
   * @param details - Further lines, e.g. the user's frames of a stack trace, or each of several mistakes.
   */
  public constructor(
    public readonly kind: PreviewErrorKind,
    message: string,
    public readonly details: readonly string[] = [],
  ) {
    super(message);
  }
}

/** What went wrong, in words. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
