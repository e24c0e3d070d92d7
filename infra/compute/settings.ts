export type * from "./compute-args";
export { containerInsightsModes } from "./compute-args";
