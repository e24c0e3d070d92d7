export { type Baseline, BaselineError } from "./baseline";
export { describeExemption } from "./exemption-text";
export {
  type GrantedExemption,
  type ReportedVerdict,
  type Rule,
  type SourcePlace,
  spotOf,
  type StackReport,
} from "./judged";
export { readBaselineFile, type ReportFiles, writeReports, writeWhole } from "./write";
