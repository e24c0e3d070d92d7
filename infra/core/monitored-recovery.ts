import type { Criticality } from "./criticality";
import type { MonitoredThing } from "./monitored-thing";

/** Namespace of the metrics that recoveries are measured by. */
export const recoveryNamespace = "Platform/Recovery";

/** Metrics of a restore test: seconds it took, and whether what it made is sound, 1 or 0. */
export const recoveryMetrics = { seconds: "RestoreSeconds", valid: "RestoreValid" } as const;

/** Restores that are tried of everything of one word of criticality. */
export interface MonitoredRestoreTest extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "restore-test";
  /** CloudWatch dimensions, as what validates restores writes them. */
  readonly dimensions: { readonly Environment: string; readonly Criticality: Criticality };
  /** Sizes that thresholds derive from. */
  readonly sizes: {
    /** Longest time in which it has to work again, in minutes. */
    readonly recoveryMinutes: number;
  };
}
