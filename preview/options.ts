import type { FaultPlan } from "../simulator/faults";

/** What a preview tells while it runs. `elapsedMs` counts from its start. */
export type ProgressEvent =
  | { readonly kind: "phaseStarted"; readonly phase: ProgressPhase; readonly elapsedMs: number }
  | { readonly kind: "phaseFinished"; readonly phase: ProgressPhase; readonly elapsedMs: number }
  | {
      readonly kind: "resourceRegistered";
      readonly urn: string;
      readonly type: string;
      readonly count: number;
    }
  | { readonly kind: "resourceAnalyzed"; readonly urn: string; readonly count: number };

/** The parts of a preview that a person may wait for. */
export type ProgressPhase = "configuration" | "program" | "policyPacks" | "stackPolicies";

/** What to preview, and with which policies. */
export interface PreviewOptions {
  /** The folder of `Pulumi.yaml`. */
  readonly projectDir: string;
  /** The stack, as in `Pulumi.<stack>.yaml`. */
  readonly stack: string;
  /** Folders of policy packs, each with its `PulumiPolicy.yaml`. */
  readonly policyPacks: readonly string[];
  /** A JSON file in the format of `pulumi preview --policy-pack-config`, for every pack. @default - the packs' own settings */
  readonly policyConfig?: string;
  /** @default - nobody is told */
  readonly onProgress?: (event: ProgressEvent) => void;
  /** Ends the preview and its processes. @default - it runs to its end */
  readonly signal?: AbortSignal;
  /** Failures that simulated AWS is to make. @default - none */
  readonly faults?: FaultPlan;
  /** The organization the program is told. @default "organization", as the engine says with a self-managed backend */
  readonly organization?: string;
}
