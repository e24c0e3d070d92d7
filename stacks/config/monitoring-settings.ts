import * as z from "zod";

import { protocols } from "../../infra/monitoring/settings";

const subscriptions = z
  .record(
    z.string(),
    z.strictObject({
      protocol: z.enum(protocols).meta({ description: "How somebody is told." }),
      endpoint: z.string().meta({
        description: "Where. Chat is reached by the mail or https address that it gives a channel.",
        allowed: "an address of mail, or an https:// address without a credential",
      }),
    }),
  )
  .meta({ allowed: "subscribers by a name of your choice, the same names in every environment" });

const objective = z.strictObject({
  availabilityPercent: z.number().meta({
    description: "Share of answers that are no errors of ours, over 30 days.",
    unit: "percent",
  }),
});

const override = z.strictObject({
  threshold: z.number().meta({ description: "Value that is compared with, in the unit of the alarm." }),
  reason: z.string().meta({
    description: "Why, in one sentence: it is written into the alarm's description.",
    allowed: "one sentence",
  }),
});

const mute = z.strictObject({
  starts: z.string().meta({
    description: "When it begins: minute, hour, day of the month, month, day of the week.",
    allowed: "five fields as cron has them, such as 0 3 * * sun",
  }),
  timezone: z.string().default("UTC").meta({
    description: "Time zone of starts.",
    allowed: "a time zone, such as UTC or Europe/Madrid",
  }),
  minutes: z.int().meta({ description: "How long it lasts.", unit: "minutes" }),
  about: z.array(z.string()).meta({
    description: "Services, fleets, databases, tables and caches that are quiet.",
    allowed: "names of the catalogue",
  }),
});

/** How an environment is watched. */
export const monitoringSettings = z.strictObject({
  protect: z.boolean().meta({ description: "Whether the key of the topics refuses to be deleted." }),
  accountEvents: z.boolean().meta({
    description:
      "Whether this environment is told of what concerns the whole account, such as the root user. One environment of an " +
      "account is enough.",
  }),
  subscriptions: z
    .strictObject({
      page: subscriptions.meta({ description: "Who is called at once." }),
      ticket: subscriptions.meta({ description: "Who is given work for the day." }),
      notice: subscriptions.meta({ description: "Who reads a digest." }),
    })
    .meta({ description: "Who is told, by severity." }),
  objectives: z
    .record(z.string(), objective)
    .default({})
    .meta({ description: "Promises that differ from what follows from the workload's criticality." }),
  overrides: z
    .record(z.string(), override)
    .default({})
    .meta({ description: "Thresholds that differ from what follows from sizes, by the alarm's name." }),
  mutes: z
    .record(z.string(), mute)
    .meta({ description: "Windows in which nobody is called, by a name of your choice." }),
});
