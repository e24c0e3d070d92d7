import * as z from "zod";

import { type Region, regions } from "../../infra/core/region";
import {
  type AdoptedDetection,
  conformancePacks,
  remediations,
  standards,
} from "../../infra/protection/settings";

const text = (description: string, allowed: string): z.ZodString =>
  z.string().min(1).meta({ description, allowed });

const disabledControl = z.strictObject({
  standard: z.enum(standards).meta({ description: "Standard that the control is switched off in." }),
  control: text("Id of the control.", "an id, such as EC2.10"),
  reason: text("Why it is off.", "a sentence"),
  owner: text("Who answers for that.", "a team"),
  expires: text(
    "Last day on which it holds; from the next day on, a preview fails.",
    "a day, such as 2027-03-31",
  ),
});

const adopted = z.strictObject({
  recorder: text("Name of the configuration recorder.", "a name, mostly default").optional(),
  deliveryChannel: text("Name of the delivery channel.", "a name, mostly default").optional(),
  detector: text("Id of the GuardDuty detector.", "32 hexadecimal digits").optional(),
  securityHub: z.boolean().optional().meta({ description: "Whether Security Hub is on already." }),
  macie: z.boolean().optional().meta({ description: "Whether Macie is on already." }),
  detective: text("ARN of Detective's graph.", "the ARN of a graph").optional(),
}) satisfies z.ZodType<AdoptedDetection>;

const adopt: z.ZodType<Partial<Record<Region, AdoptedDetection>>> = z.partialRecord(z.enum(regions), adopted);

/** What is recorded, and what looks for threats in it. */
export const detectionSettings = z.strictObject({
  trailLockDays: z.int().min(1).max(3650).meta({
    description: "Days that the record of what is done cannot be deleted without a special right.",
    unit: "days",
  }),
  retentionDays: z.int().min(30).max(2557).meta({ description: "Days that records are kept.", unit: "days" }),
  macie: z.boolean().meta({ description: "Whether Macie looks for sensitive data and open buckets." }),
  macieSamplePercent: z.int().min(1).max(100).meta({
    description:
      "Share of the objects of confidential and restricted buckets that Macie looks into each week; charged by their size.",
    unit: "percent",
  }),
  conformancePacks: z.array(z.enum(conformancePacks)).meta({
    description: "What AWS Config asks beyond the standards of Security Hub; each evaluation is charged.",
  }),
  remediations: z
    .array(z.enum(remediations))
    .default([])
    .meta({ description: "What is put right without a person. Nothing is unless it is said here." }),
  detective: z.boolean().meta({
    description:
      "Whether Detective keeps a graph of who did what. GuardDuty has to be on for two days before.",
  }),
  disabledControls: z
    .array(disabledControl)
    .default([])
    .meta({ description: "Controls of Security Hub that are switched off for a while." }),
  adopt: adopt.default({}).meta({
    description: "What a Region has already: taken over as it is, then changed once it is off this list.",
    allowed: "what there is, for a guarded Region",
  }),
});
