import * as z from "zod";

import { accountRoleNames } from "../../infra/core/account-roles";
import { runbookWords } from "../../infra/core/runbook-words";
import { experimentWords, weekdays } from "../../infra/operations/settings";

const gameDay = z.strictObject({
  day: z.enum(weekdays).meta({ description: "Day of the week." }),
  week: z.int().min(1).max(4).meta({ description: "Which of these days of the month.", unit: "weeks" }),
  time: z.string().meta({ description: "Time of the day.", allowed: "hh:mm in quotes, such as 10:00" }),
  timezone: z.string().default("UTC").meta({
    description: "Time zone of time.",
    allowed: "a time zone, such as UTC or Europe/Madrid",
  }),
});

const gameDays = z.strictObject({
  experiments: z.partialRecord(z.enum(experimentWords), gameDay).meta({
    description: "Experiments that take place once a month, by id. All others are there and may do nothing.",
    allowed: `a time for each that is meant: ${experimentWords.join(", ")}`,
  }),
  confirm: z.string().optional().meta({
    description:
      "Name of the environment, by which you confirm that faults may meet customers. Needed where platform:criticality is high or critical.",
    allowed: "the environment's own name",
  }),
});

/** How an environment is operated. */
export const operationsSettings = z.strictObject({
  approvers: z.array(z.enum(accountRoleNames)).meta({
    description: "Roles whose holders may approve runbooks that destroy or interrupt something.",
    allowed: `roles that the account has, at least one: ${accountRoleNames.join(", ")}`,
  }),
  automatic: z.array(z.enum(runbookWords)).meta({
    description: "Runbooks that alarms or times start without a person. Only safe ones can be.",
    allowed: "ids of safe runbooks, or none",
  }),
  gameDays: gameDays.optional().meta({
    description:
      "Faults that are injected on purpose; the alarms of the front door stop them. Left out, none is, and nobody can inject one.",
  }),
});
