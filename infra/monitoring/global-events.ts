import { accountEvents } from "./account-events";

/** Something that AWS tells in `us-east-1` alone, whatever Region it concerns. */
export interface GlobalEvent {
  /** What has happened, as the rule's name ends. */
  readonly word: string;
  /** What it means, in one sentence without a full stop. */
  readonly meaning: string;
  /** Events that are meant. */
  readonly pattern: Readonly<Record<string, unknown>>;
}

/** Events that reach the rules of environments only where somebody forwards them from `us-east-1`. */
export function globalEvents(): readonly GlobalEvent[] {
  // What concerns a whole account asks for no facts of an environment.
  const facts = {
    scope: { environment: "any", accountId: "000000000000", region: "us-east-1" },
    ...{ clusters: [], keyIds: [], certificateArns: [], authorityArns: [] },
  } as const;
  return accountEvents
    .filter(({ global }) => global === true)
    .map((entry) => ({ word: entry.word, meaning: entry.meaning, pattern: entry.pattern(facts) }));
}
