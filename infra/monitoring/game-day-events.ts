import type { EventEntry } from "./event-entry";

/** What Fault Injection Service tells of experiments. It names none of their tags, so that it is of the account. */
export const gameDayEvents: readonly EventEntry[] = [
  {
    reach: "account",
    word: "experiment-stopped",
    meaning: "An experiment of a game day was stopped by an alarm or by hand, or failed",
    urgency: "risk",
    runbook: "hold-game-day",
    source: "https://docs.aws.amazon.com/fis/latest/userguide/monitoring-eventbridge.html",
    pattern: () => ({
      source: ["aws.fis"],
      "detail-type": ["FIS Experiment State Change"],
      detail: { "new-state": { status: ["stopped", "failed"] } },
    }),
  },
];
