import * as z from "zod";

import type { Catalogue } from "../catalogue/types";
import { backupSettings } from "./backup-settings";
import { computeSettings } from "./compute-settings";
import { dataSettings } from "./data-settings";
import { integrationSettings } from "./integration-settings";
import { monitoringSettings } from "./monitoring-settings";
import { networkSettings } from "./network-settings";
import { stackSettings } from "./stack-settings";

/** Everything that a stack of the `workload` program may and must say of a catalogue, by full configuration key. */
export function workloadSettings(catalogue: Catalogue) {
  return z.strictObject({
    ...stackSettings,
    "platform:program": z.literal("workload").meta({ description: "Program that the stack runs." }),
    "platform:network": networkSettings.meta({ description: "Size table of the network." }),
    "platform:data": dataSettings(catalogue).meta({ description: "Size table of the stores." }),
    "platform:integration": integrationSettings(catalogue).meta({
      description: "Size table of what joins services and partners.",
    }),
    "platform:compute": computeSettings(catalogue).meta({
      description: "Size table of services and fleets, and of what they run on.",
    }),
    "platform:backup": backupSettings.meta({ description: "How backups are kept." }),
    "platform:monitoring": monitoringSettings.meta({
      description: "Who is told what, what is promised, and when it is quiet.",
    }),
  });
}

/** What a stack of the `workload` program says, checked. */
export type WorkloadSettings = z.output<ReturnType<typeof workloadSettings>>;
