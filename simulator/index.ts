export { AwsError } from "./aws-error";
export type { CheckFailure, CheckRequest, CheckResult } from "./check";
export type { DiffRequest, DiffResult } from "./diff";
export { throttling, type Fault, type FaultPlan, type Operation } from "./faults";
export { FileStore } from "./file-store";
export { childUrn } from "./identity";
export { settingsOf, type ProviderSettings } from "./settings";
export {
  SimulatedAws,
  type Approximation,
  type CreateRequest,
  type DeleteRequest,
  type ExistingResource,
  type InvokeRequest,
  type ReadRequest,
  type SimulatedAwsOptions,
  type UpdateRequest,
} from "./simulated-aws";
export { constructVpc, type ConstructRequest, type ConstructResult } from "./vpc/construct";
export type { Registered, Registrar, Registration } from "./vpc/registrar";
export { driftResource, loseResource, MemoryStore, type World, type WorldStore } from "./world";
