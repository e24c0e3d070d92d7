import { createHash } from "node:crypto";

import type { ReportedVerdict, StackReport } from "./judged";

/** What a finding comes to: it stops the deployment, is told, waits for a value, or is admitted for a while. */
export type Standing = "mandatory" | "advisory" | "undetermined" | "exempt";

/** A verdict that somebody has to know of. */
export interface Finding {
  readonly verdict: ReportedVerdict;
  readonly standing: Standing;
  /** The same from run to run, until the finding is gone. */
  readonly fingerprint: string;
  /** Fingerprints under the names that the resource had before. */
  readonly formerFingerprints: readonly string[];
}

/** What a verdict comes to; nothing where all is well. */
export function standingOf(verdict: ReportedVerdict): Standing | undefined {
  if (verdict.verdict === "pass" || verdict.verdict === "notApplicable") return undefined;
  if (verdict.exemption !== undefined) return "exempt";
  if (verdict.enforcement === "mandatory" || verdict.enforcement === "remediate") return "mandatory";
  return verdict.verdict === "undetermined" ? "undetermined" : "advisory";
}

/** A path without positions in lists, so that what is put before a finding does not make it another one. */
function steady(path: string): string {
  return path.replace(/\[\d+\]/g, "[]");
}

function identity({ control, verdict, path, holder, finding = "" }: ReportedVerdict, urn: string): string {
  return JSON.stringify([control, verdict, urn, steady(path), finding, ...(holder ? [holder] : [])]);
}

function digest(parts: readonly (string | number)[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}

function byPlace(one: ReportedVerdict, other: ReportedVerdict): number {
  const [left, right] = [one, other].map(({ path, holder = "", message }) =>
    JSON.stringify([path, holder, message]),
  );
  return (left ?? "") < (right ?? "") ? -1 : 1;
}

/**
 * Every verdict of a report that is not a pass. A fingerprint is made of the control, the resource, the property and the word of
 * the verdict, not of messages, lines or positions in lists; findings that have all of these in common are counted.
 */
export function findingsOf({ verdicts, formerUrns }: StackReport): readonly Finding[] {
  const seen = new Map<string, number>();
  return verdicts.toSorted(byPlace).flatMap((verdict) => {
    const standing = standingOf(verdict);
    if (standing === undefined) return [];
    const own = identity(verdict, verdict.urn);
    const place = seen.get(own) ?? 0;
    seen.set(own, place + 1);
    const former = formerUrns?.get(verdict.urn) ?? [];
    return {
      verdict,
      standing,
      fingerprint: digest([own, place]),
      formerFingerprints: former.map((urn) => digest([identity(verdict, urn), place])),
    };
  });
}
