import * as z from "zod";

import { networkSettings } from "./network-settings";
import { stackSettings } from "./stack-settings";

/** Everything that a stack of the `workload` program may and must say, by full configuration key. */
export const workloadSettings = z.strictObject({
  ...stackSettings,
  "platform:program": z.literal("workload").meta({ description: "Program that the stack runs." }),
  "platform:network": networkSettings.meta({ description: "Size table of the network." }),
});

/** What a stack of the `workload` program says, checked. */
export type WorkloadSettings = z.output<typeof workloadSettings>;
