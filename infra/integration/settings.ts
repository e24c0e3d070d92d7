/**
 * The layer's second door: its words, its own judgement of catalogue and sizes, and of contracts against what was
 * published. None of it builds anything or loads the AWS SDK.
 */
export { type ContractLock, contractProblems, lockContracts } from "./contract-lock";
export {
  type EventContract,
  type EventSchema,
  type IntegrationArgs,
  type IntegrationCatalogue,
  type IntegrationSizes,
  type PartnerSpec,
} from "./integration-args";
export { eventReference } from "./contract-versions";
export { integrationProblems } from "./integration-problems";
export type { WorkflowSpec, WorkflowStep } from "./workflow-spec";
