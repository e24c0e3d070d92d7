import * as z from "zod";

import { payments } from "../../infra/cost/settings";

const hourly = z.strictObject({
  floorUsd: z.number().nonnegative().meta({ description: "Least of any hour.", unit: "US dollars an hour" }),
  averageUsd: z.number().positive().meta({ description: "Mean of all hours.", unit: "US dollars an hour" }),
  growthPercentPerYear: z.number().meta({ description: "Growth of the floor in a year.", unit: "percent" }),
});

const offer = z.strictObject({
  termYears: z.literal([1, 3]).meta({ description: "Years that the plan binds for.", unit: "years" }),
  payment: z.enum(payments).meta({ description: "How it is paid for." }),
  discountPercent: z.record(z.string(), z.number()).meta({
    description: "Percent off the price on demand, by what it covers, from AWS's price list of the Region.",
    allowed: "percent by fargate, lambda or a family of instances such as m7g",
  }),
});

const purchase = z.strictObject({
  offeringId: z.string().min(1).meta({
    description: "Id of the offering.",
    allowed: "what aws savingsplans describe-savings-plans-offerings tells",
  }),
  offer: z.string().meta({ description: "Offer that is bought.", allowed: "the name of one of the offers" }),
  commitmentUsdPerHour: z.number().positive().meta({
    description: "What is committed to: no more than is proposed.",
    unit: "US dollars an hour",
  }),
  confirm: z.string().meta({
    description:
      "Words by which you confirm a purchase that nobody can cancel; the refusal of any others tells them.",
    allowed: "commit to <amount> USD an hour for <term>",
  }),
});

/** What a savings plan is proposed from, and what is bought. */
export const savingsSettings = z.strictObject({
  uses: z.record(z.string(), hourly).meta({
    description: "What runs, at prices on demand, as Cost Explorer shows it by the hour.",
    allowed: "figures by fargate, lambda or a family of instances such as m7g",
  }),
  offers: z
    .record(z.string(), offer)
    .meta({ description: "Plans that AWS offers.", allowed: "offers by a name of your choice" }),
  commitPercent: z.number().min(0).max(100).default(80).meta({
    description: "Share of the floor to commit to.",
    unit: "percent",
  }),
  purchase: purchase.optional().meta({ description: "A savings plan to buy. Left out, nothing is bought." }),
});
