export { Data, type DataUse } from "./data";
export type { DataArgs } from "./data-args";
