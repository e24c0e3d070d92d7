import * as z from "zod";

import { type Region, regions } from "../../infra/core/region";
import { patchedSystems } from "../../infra/systems/settings";

const text = (description: string, allowed: string): z.ZodString =>
  z.string().min(1).meta({ description, allowed });

const number = (description: string, unit: string) => z.int().min(0).meta({ description, unit });

const sessions = z.strictObject({
  idleMinutes: number("Time without a key pressed after which a session ends, 1 to 60.", "minutes"),
  maximumMinutes: number("Time after which a session ends in any case, 1 to 1440.", "minutes"),
  runAs: text(
    "User of the operating system that a session runs as, where the person's own tag SSMSessionRunAs names no other.",
    "a user that is on every instance, and not root",
  ),
  retentionDays: number(
    "Time that what was typed and answered is kept, and the inventory, 90 to 3650.",
    "days",
  ),
});

const parameters = z.strictObject({
  tier: z.enum(["standard", "intelligent-tiering", "advanced"]).meta({
    description: "Tier of parameters that say none. Advanced ones are charged for each.",
  }),
  highThroughput: z.boolean().meta({
    description: "Whether more than 40 requests a second are answered, which is charged for each request.",
  }),
});

const ring = z.strictObject({
  environment: text("Environment whose instances are in the ring.", "an environment"),
  region: z.enum(regions).meta({ description: "Region of the environment." }),
  soakDays: number("Time that a patch is in the ring before the next one gets it.", "days"),
  window: text(
    "Weekly window in which patches are installed, in UTC.",
    "whole hours, 2 to 24 of them, such as tue:03:00-tue:06:00",
  ),
});

const patching = z.strictObject({
  operatingSystems: z.array(z.enum(patchedSystems)).meta({ description: "Operating systems of instances." }),
  severeAfterDays: number(
    "Time after its release on which the first ring gets a patch for a severe hole.",
    "days",
  ),
  otherAfterDays: number("Time after its release on which the first ring gets any other patch.", "days"),
  rings: z.array(ring).meta({ description: "Environments in the order in which they are patched." }),
});

const adopt: z.ZodType<Partial<Record<Region, { sessionPreferences: boolean }>>> = z.partialRecord(
  z.enum(regions),
  z.strictObject({
    sessionPreferences: z
      .boolean()
      .meta({ description: "Whether SSM-SessionManagerRunShell is there already." }),
  }),
);

/** How instances are managed, entered and patched. */
export const systemsSettings = z.strictObject({
  sessions: sessions.meta({ description: "How sessions on instances are." }),
  parameters: parameters.meta({ description: "What Parameter Store does by default." }),
  patching: patching.meta({ description: "How instances are patched." }),
  adopt: adopt.default({}).meta({
    description: "What a Region has already: taken over as it is, then changed once it is off this list.",
    allowed: "what there is, for a guarded Region",
  }),
});
