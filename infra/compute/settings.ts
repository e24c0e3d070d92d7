/**
 * The layer's second door: its words and its own judgement of settings, none of which builds anything. Configuration
 * comes through here, so that a typing mistake is reported without loading the AWS SDK.
 */
export type * from "./compute-args";
export { containerInsightsModes } from "./compute-args";
export { computeProblems } from "./compute-problems";
export { failoverRoles, reachIntervals } from "./front-door-failover";
export { visitRates } from "./front-door-visit";
export { partnerPort } from "./front-door-paths";
export { rightSize, type TaskSize, type TaskUse } from "./right-sizing";
