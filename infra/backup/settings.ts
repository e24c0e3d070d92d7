/**
 * The layer's second door: its words and its own judgement of settings, none of which builds anything. Configuration
 * comes through here, so that a typing mistake is reported without loading the AWS SDK.
 */
export type * from "./backup-args";
export { backupProblems } from "./backup-problems";
export { tierProblems } from "./tier-problems";
export { imageProblems } from "./image-problems";
export { isReplicated } from "./replicated-subjects";
export { restoredKinds, type RestoredKind, type RestoreStep, restoreSteps } from "./restore-steps";
export { restoreSchedule } from "./restore-plan";
export { type BackupTier, backupTiers, isAirGapped, isCopied, rulesOf } from "./tiers";
export { recoveryMetrics, recoveryNamespace } from "../core/monitored-recovery";
