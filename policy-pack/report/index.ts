export { type Baseline, BaselineError } from "./baseline";
export { describeExemption } from "./exemption-text";
export type { GrantedExemption, ReportedVerdict, Rule, SourcePlace, StackReport } from "./judged";
export { readBaselineFile, type ReportFiles, writeReports, writeWhole } from "./write";
