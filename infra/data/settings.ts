/**
 * The layer's second door: its words and its own judgement of settings, none of which builds anything. Configuration
 * comes through here, so that a typing mistake is reported without loading the AWS SDK.
 */
export type * from "./data-args";
export { clusterEngines, insightsModes } from "./data-args";
export { dataPorts } from "./data-ports";
export { databaseUser, longestDatabaseUser } from "./database-engines";
export { dataProblems } from "./data-problems";
