export { Operations } from "./operations";
export type { OperationsArgs } from "./operations-args";
