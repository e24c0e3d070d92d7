import type { Log, Result } from "sarif";

import type { Finding } from "./findings";
import { stackAndProject, type StackReport } from "./judged";

/** Name of the fingerprint in a SARIF result. */
export const FINGERPRINT = "policyVerdict/v1";

/** Findings of an earlier run: the SARIF file that it wrote. */
export interface Baseline {
  readonly results: readonly Result[];
}

/** How a finding stands to the baseline. */
export type Change = "new" | "unchanged";

/** Findings beside those of an earlier run. */
export interface Compared {
  readonly changeOf: (finding: Finding) => Change;
  /** Results of the baseline that are gone. */
  readonly fixed: readonly Result[];
}

/** Why a file is no baseline. */
export class BaselineError extends Error {
  public override readonly name = "BaselineError";
}

function fingerprintOf({ partialFingerprints }: Result): string | undefined {
  return partialFingerprints?.[FINGERPRINT];
}

/** The resource that a result is about. */
export function urnOf({ locations = [] }: Result): string {
  return locations[0]?.logicalLocations?.[0]?.fullyQualifiedName ?? "";
}

/**
 * Reads the SARIF file of an earlier run.
 *
 * @throws BaselineError - Where the text is no SARIF, or holds results of another tool.
 */
export function readBaseline(text: string): Baseline {
  let log: Partial<Log>;
  try {
    // What it holds is asked below, piece by piece.
    log = JSON.parse(text) as Partial<Log>;
  } catch {
    throw new BaselineError("it is no JSON; a SARIF file of an earlier run is required");
  }
  if (log.version !== "2.1.0" || !Array.isArray(log.runs)) {
    throw new BaselineError("it is no SARIF 2.1.0; a SARIF file of an earlier run is required");
  }
  const results = log.runs
    .flatMap((run) => run.results ?? [])
    .filter(({ baselineState }) => baselineState !== "absent");
  if (results.some((result) => fingerprintOf(result) === undefined)) {
    throw new BaselineError("it has results without fingerprints; a file that --sarif wrote is required");
  }
  return { results };
}

/** Compares a stack's findings with the baseline's of the same stack. */
export function compare(report: StackReport, findings: readonly Finding[], baseline: Baseline): Compared {
  const { project, stack } = report;
  const before = baseline.results.filter((result) => {
    const of = stackAndProject(urnOf(result));
    return of.project === project && of.stack === stack;
  });
  const known = new Set(before.map(fingerprintOf));
  const now = new Set(findings.flatMap((each) => [each.fingerprint, ...each.formerFingerprints]));
  return {
    changeOf: ({ fingerprint, formerFingerprints }) =>
      [fingerprint, ...formerFingerprints].some((each) => known.has(each)) ? "unchanged" : "new",
    fixed: report.failure === undefined ? before.filter((each) => !now.has(fingerprintOf(each) ?? "")) : [],
  };
}
