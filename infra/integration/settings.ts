export type * from "./integration-args";
export type { WorkflowSpec, WorkflowStep } from "./workflow-spec";
