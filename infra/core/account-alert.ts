/** Something about the account that people are told at once. */
export interface AccountAlert {
  /** Name. */
  readonly word: string;
  /** What it means, in the words of whoever reads it. */
  readonly meaning: string;
  /** Whether somebody has to work on it, as an OpsItem. */
  readonly opsItem: boolean;
  /** Events that are meant. */
  readonly pattern: Readonly<Record<string, unknown>>;
}
