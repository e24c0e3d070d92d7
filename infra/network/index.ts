export type { NatBreakEven } from "./nat-break-even";
export { Network } from "./network";
export type { NetworkArgs } from "./network-args";
