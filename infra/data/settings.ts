export type * from "./data-args";
export { clusterEngines, insightsModes, instanceEngines } from "./data-args";
