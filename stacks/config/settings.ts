import type * as z from "zod";

import { catalogue } from "../catalogue";
import { accountChecks } from "./account-checks";
import { accountSettings } from "./account-settings";
import type { CrossCheck } from "./cross-check";
import { workloadChecks } from "./workload-checks";
import { workloadSettings } from "./workload-settings";

/** Programs that a stack can run. */
export const programs = ["account", "workload"] as const;

/** A program that a stack can run; see {@link programs}. */
export type Program = (typeof programs)[number];

/** What a program's configuration has to satisfy. */
export interface ProgramSettings<Settings> {
  /** Schema of every value, by full configuration key. */
  readonly schema: z.ZodType<Settings> & { readonly shape: Readonly<Record<string, z.ZodType>> };
  /** Checks of values against one another. */
  readonly checks: readonly CrossCheck[];
}

/** What each program's configuration has to satisfy. */
export const settingsOf = {
  account: { schema: accountSettings, checks: accountChecks },
  workload: { schema: workloadSettings(catalogue), checks: workloadChecks },
} satisfies Record<Program, ProgramSettings<unknown>>;
