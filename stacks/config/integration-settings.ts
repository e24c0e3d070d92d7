import * as z from "zod";

import { logRetentionDays } from "../../infra/core/log-retention";
import type { IntegrationCatalogue } from "../../infra/integration/settings";
import { byName } from "./by-name";

const partnerSizes = z.strictObject({
  baseUrl: z
    .string()
    .regex(/^https:\/\/[^\s/?#]+(\/[^\s?#]*[^\s/?#])?$/)
    .meta({
      description: "Address of the partner's interface.",
      allowed: "an https:// address without a slash at its end, such as https://api.example.com/v1",
    }),
  callsPerSecond: z.int().min(1).max(300).meta({
    description: "Most calls that are sent to the partner.",
    unit: "calls a second",
  }),
});

/** How big the integration of a catalogue is. */
export function integrationSettings({ partners }: Pick<IntegrationCatalogue, "partners">) {
  return z.strictObject({
    archiveDays: z.int().min(1).max(3650).meta({
      description: "Days that events can be replayed.",
      unit: "days",
    }),
    logRetentionDays: z.literal(logRetentionDays).meta({
      description: "Days that logs of workflows are kept.",
      unit: "days",
    }),
    partners: byName(partners, () => partnerSizes).meta({ description: "How each partner is reached." }),
  });
}
