import type { Verdict } from "../result";

/** What a verdict comes to, exemptions taken into account. */
export type Standing = "fail" | "exempt" | "undetermined" | "pass" | "notApplicable";

/** Severities, gravest first. */
export const SEVERITIES: readonly Verdict["severity"][] = ["critical", "high", "medium", "low"];

/** A failure that is exempt is neither a failure nor a pass. */
export function standing(verdict: Verdict): Standing {
  return verdict.verdict === "fail" && verdict.exemption !== undefined ? "exempt" : verdict.verdict;
}

/** Whether the engine would refuse to go on. A remediation that left the resource wrong counts as mandatory, as in the engine. */
export function isMandatory({ enforcement }: Verdict): boolean {
  return enforcement === "mandatory" || enforcement === "remediate";
}

/** Verdicts of one standing. */
export function withStanding(verdicts: readonly Verdict[], wanted: Standing): readonly Verdict[] {
  return verdicts.filter((verdict) => standing(verdict) === wanted);
}

/** Verdicts of one control. */
export interface ControlVerdicts {
  readonly control: string;
  readonly verdicts: readonly [Verdict, ...Verdict[]];
}

function urgency({ verdicts: [first] }: ControlVerdicts): number {
  return (isMandatory(first) ? 0 : SEVERITIES.length) + SEVERITIES.indexOf(first.severity);
}

/** Verdicts by control: mandatory controls first, then by severity, then by name. */
export function byControl(verdicts: readonly Verdict[]): readonly ControlVerdicts[] {
  const groups = new Map<string, [Verdict, ...Verdict[]]>();
  for (const verdict of verdicts) {
    const group = groups.get(verdict.control);
    if (group === undefined) groups.set(verdict.control, [verdict]);
    else group.push(verdict);
  }
  return [...groups]
    .map(([control, group]) => ({ control, verdicts: group }))
    .sort((a, b) => urgency(a) - urgency(b) || a.control.localeCompare(b.control));
}
