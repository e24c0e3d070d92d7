/** An answer by which AWS refuses a request. */
export class AwsError extends Error {
  public override readonly name = "AwsError";

  /**
   * @param code - AWS's own error code, e.g. `InvalidSubnet.Conflict`.
   * @param message - What is and what is required, without the code.
   */
  public constructor(
    public readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`);
  }
}
