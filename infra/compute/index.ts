export { Compute } from "./compute";
export { RegionSwitch } from "./region-switch";
export type { Switched } from "./region-switch-steps";
export type { Running } from "./running";
export { ZonalAutoshift } from "./zonal-autoshift";
export type { ComputeArgs } from "./compute-args";
