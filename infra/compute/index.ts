export { Compute } from "./compute";
export type { ComputeArgs } from "./compute-args";
