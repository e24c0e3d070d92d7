import * as z from "zod";

import { criticalities } from "../../infra/core/criticality";
import { dataClasses } from "../../infra/core/data-class";
import { environmentMistake } from "../../infra/core/names";
import { regions } from "../../infra/core/region";
import { tagValueMistakes } from "../../infra/core/tags";

import { addressRange } from "./address-range";

/** Names of networks in the address plan. */
const networkName = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** Account id, as the twelve digits that AWS writes. */
const accountId = z
  .string()
  .regex(/^\d{12}$/)
  .meta({ allowed: "twelve digits in quotes" });

/** Text that every resource of the stack carries as a tag. */
const tagValue = z.string().superRefine((value, context) => {
  for (const mistake of tagValueMistakes(value)) context.addIssue({ code: "custom", message: mistake });
});

const tagWords = "1 to 256 letters, digits, spaces and _ . : / = + - @";

const environment = z.string().superRefine((value, context) => {
  const mistake = environmentMistake(value);
  if (mistake !== undefined) context.addIssue({ code: "custom", message: mistake });
});

/** What every stack says, whichever program it runs, by full configuration key. */
export const stackSettings = {
  "aws:region": z.enum(regions).meta({ description: "Region that the stack's provider works in." }),
  "aws:allowedAccountIds": z.tuple([accountId]).meta({
    description:
      "The account that the stack belongs to. With credentials of any other account nothing is read or changed.",
    allowed: "a list of exactly one account id: twelve digits in quotes",
  }),
  "aws:profile": z.string().min(1).optional().meta({
    description:
      "Named profile that credentials come from. Left out, AWS's usual chain of credentials decides.",
    allowed: "the name of a profile in the AWS configuration file",
  }),
  "platform:environment": environment.meta({
    description:
      "Environment that the stack is, as tags and names of resources say it. Chosen once: a change renames everything.",
    allowed: "lower-case letters and digits, a letter first, at most 12 characters",
  }),
  "platform:service": tagValue.meta({
    description: "What the stack's resources are part of, as the business names it (tag Service).",
    allowed: tagWords,
  }),
  "platform:owner": tagValue.meta({
    description:
      "Who answers for the stack: a team. A tag is no place for a person's name or address (tag Owner).",
    allowed: tagWords,
  }),
  "platform:costCenter": tagValue.meta({
    description: "Where the stack's cost is booked (tag CostCenter).",
    allowed: tagWords,
  }),
  "platform:criticality": z.enum(criticalities).meta({
    description: "How much the business depends on the stack (tag Criticality).",
  }),
  "platform:dataClass": z.enum(dataClasses).meta({
    description: "The most sensitive data the stack may hold (tag DataClass).",
  }),
  "platform:addressPlan": z.record(networkName, addressRange).meta({
    description:
      "IPv4 range of every network that may ever be joined to one of ours, by name: environments, offices, partners. " +
      "No two overlap, and an environment's network lies within the range of its own name.",
    allowed:
      "an IPv4 range of private addresses for each name; names in lower-case letters, digits and hyphens",
  }),
};
