import * as z from "zod";

import type { Catalogue } from "../catalogue/types";
import { backupSettings } from "./backup-settings";
import { budgetSettings } from "./budget-settings";
import { computeSettings } from "./compute-settings";
import { dataSettings } from "./data-settings";
import { integrationSettings } from "./integration-settings";
import { monitoringSettings } from "./monitoring-settings";
import { networkSettings } from "./network-settings";
import { operationsSettings } from "./operations-settings";
import { stackSettings } from "./stack-settings";

/** Stack whose place a stack takes when that one's Region is lost. */
export const standsInFor = z
  .string()
  .regex(/^[A-Za-z0-9_.-]{1,100}$/)
  .optional()
  .meta({
    description:
      "Stack whose place this one takes when that one's Region is lost: what it promises is read from its outputs, so that it is deployed first. " +
      "Left out, the stack stands in for none.",
    allowed: "the name of another stack of this project, such as prod",
  });

/** Everything that a stack of the `workload` program may and must say of a catalogue, by full configuration key. */
export function workloadSettings(catalogue: Catalogue) {
  return z.strictObject({
    ...stackSettings,
    "platform:program": z.literal("workload").meta({ description: "Program that the stack runs." }),
    "platform:standsInFor": standsInFor,
    "platform:network": networkSettings.meta({ description: "Size table of the network." }),
    "platform:data": dataSettings(catalogue).meta({ description: "Size table of the stores." }),
    "platform:integration": integrationSettings(catalogue).meta({
      description: "Size table of what joins services and partners.",
    }),
    "platform:compute": computeSettings(catalogue).meta({
      description: "Size table of services and fleets, and of what they run on.",
    }),
    "platform:backup": backupSettings.meta({ description: "How backups are kept." }),
    "platform:cost": budgetSettings.meta({ description: "What the environment may cost." }),
    "platform:monitoring": monitoringSettings.meta({
      description: "Who is told what, what is promised, and when it is quiet.",
    }),
    "platform:operations": operationsSettings.meta({
      description: "Who approves runbooks, and which of them run without a person.",
    }),
  });
}

/** What a stack of the `workload` program says, checked. */
export type WorkloadSettings = z.output<ReturnType<typeof workloadSettings>>;
