export { Compute } from "./compute";
export { ZonalAutoshift } from "./zonal-autoshift";
export type { ComputeArgs } from "./compute-args";
