/**
 * Ids of the runbooks. Alarms and event alerts name one each; the operations layer has a document for each, so that
 * neither can be without the other.
 */
export const runbookWords = [
  "restart-service",
  "roll-back-service",
  "scale-out-service",
  "drain-zone",
  "replace-instance",
  "isolate-instance",
  "rotate-database-credential",
  "snapshot-now",
  "restore-database",
  "fail-over-database",
  "switch-region",
  "replay-events",
  "redrive-dead-letters",
  "pull-partner-lever",
  "revoke-exposed-key",
  "extend-storage",
  "raise-quota",
  "patch-now",
  "renew-certificate",
  "repair-authority",
  "break-glass",
  "hold-game-day",
  "review-credentials",
  "review-restore-test",
  "review-monthly-cost",
] as const;

/** Id of a runbook; see {@link runbookWords}. */
export type RunbookWord = (typeof runbookWords)[number];
