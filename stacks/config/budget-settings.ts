import * as z from "zod";

import { addresses } from "./addresses";

const usd = (description: string) => z.number().positive().meta({ description, unit: "US dollars" });

/** What an environment may cost. */
export const budgetSettings = z.strictObject({
  emails: addresses.meta({
    description:
      "Addresses that hear when 50, 80 and 100 percent of a budget are used, or a month will exceed it.",
  }),
  monthlyUsd: usd(
    "What the environment may cost a month. The estimate of its fixed cost is compared with it.",
  ),
  dailyUsd: usd("What the environment may cost a day."),
  services: z.record(z.string(), z.number().positive()).default({}).meta({
    description: "What a service may cost a month, where it is not an equal share of the environment's.",
    allowed: "US dollars for services and fleets of the catalogue, by name",
  }),
});
