/**
 * The layer's second door: its words and its own judgement of settings, none of which builds anything. Configuration
 * comes through here, so that a typing mistake is reported without loading the AWS SDK.
 */
export { globalEvents } from "./global-events";
export type * from "./monitoring-args";
export { protocols } from "./monitoring-args";
export { monitoringProblems, sizeProblems as monitoringSizeProblems } from "./monitoring-problems";
export { sharingProblems } from "./telemetry-sharing";
export type { TelemetrySharing } from "./telemetry-sharing";
