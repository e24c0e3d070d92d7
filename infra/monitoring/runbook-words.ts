/**
 * Names of the runbooks that alarms and event alerts send people to. Each is a document of the operations layer; a word
 * without a document, or a document without a word, is found where the two are paired.
 */
export const runbookWords = [
  "answer-a-security-finding",
  "cool-down-a-database",
  "drain-a-zone",
  "extend-storage",
  "fail-over-a-database",
  "find-a-silent-log",
  "pull-a-partners-lever",
  "raise-a-quota",
  "redrive-dead-letters",
  "renew-a-certificate",
  "replace-an-instance",
  "replay-events",
  "rescue-a-key",
  "restart-a-service",
  "review-a-backup",
  "roll-back-a-service",
  "scale-out-now",
  "test-the-alarm-path",
] as const;

/** Name of a runbook; see {@link runbookWords}. */
export type Runbook = (typeof runbookWords)[number];
