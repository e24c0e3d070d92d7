export type { PreviewOptions, ProgressEvent, ProgressPhase } from "./options";
export { PreviewError, type PreviewErrorKind } from "./preview-error";
export { previewStack } from "./preview";
export { readProject, type RuntimeOptions, type StackProject } from "./project";
export type {
  Approximation,
  Diagnostic,
  Enforcement,
  Phases,
  PolicyPackRun,
  PolicyRule,
  PreviewedResource,
  PreviewResult,
  Severity,
  SourcePlace,
  Summary,
  Verdict,
  VerdictKind,
} from "./result";
