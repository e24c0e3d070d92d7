import {
  type AnalyzeDiagnostic,
  type AnalyzeResponse,
  type PolicyInfo,
  PolicyType,
} from "@pulumi/pulumi/proto/analyzer_pb";
import type { Enforcement, Verdict } from "../result";
import { enforcementWord, severityWord } from "./levels";
import type { Pack } from "./pack";

/** A pack's answer about one subject. */
export interface Judgement {
  /** The resource; the stack, for policies on the stack as a whole. */
  readonly urn: string;
  readonly kind: "resource" | "stack";
  readonly response: AnalyzeResponse;
}

/** How packs say that a value is not known yet: ours by a word, `@pulumi/policy` by a sentence when a policy reads one. */
const UNDETERMINED = /^(?:undetermined: |can't run policy )/m;

/** What the judged policies have in common. */
type Frame = Pick<Verdict, "control" | "policy" | "pack" | "urn" | "severity" | "enforcement">;

/** A violation, as it came over the protocol. */
export interface Violation {
  readonly verdict: Verdict;
  /** Whether the engine would refuse to go on. */
  readonly mandatory: boolean;
}

/** Violations of stack policies cannot be repaired, so there `remediate` counts as mandatory. */
function isMandatory(enforcement: Enforcement): boolean {
  return enforcement === "mandatory" || enforcement === "remediate";
}

function violationOf(pack: Pack, urn: string, diagnostic: AnalyzeDiagnostic): Violation {
  const enforcement = enforcementWord(diagnostic.getEnforcementlevel());
  const message = diagnostic.getMessage();
  const verdict: Verdict = {
    control: diagnostic.getPolicyname(),
    policy: diagnostic.getPolicyname(),
    pack: pack.info.getName(),
    urn: diagnostic.getUrn() || urn,
    verdict: UNDETERMINED.test(message) ? "undetermined" : "fail",
    severity: severityWord(diagnostic.getSeverity()),
    message,
    path: "",
    enforcement,
  };
  return { verdict, mandatory: isMandatory(enforcement) };
}

/** Every violation of a pack. */
export function violationsOf(pack: Pack, judgements: readonly Judgement[]): Violation[] {
  return judgements.flatMap(({ urn, response }) =>
    response.getDiagnosticsList().map((diagnostic) => violationOf(pack, urn, diagnostic)),
  );
}

function judges(policy: PolicyInfo, kind: Judgement["kind"]): boolean {
  return (policy.getPolicyType() === PolicyType.POLICY_TYPE_STACK) === (kind === "stack");
}

function quietVerdict(frame: Frame, { response }: Judgement): Verdict {
  const skipped = response.getNotApplicableList().find((item) => item.getPolicyName() === frame.policy);
  const verdict: Verdict = { ...frame, verdict: "pass", message: "", path: "" };
  return skipped === undefined
    ? verdict
    : { ...verdict, verdict: "notApplicable", reason: skipped.getReason() };
}

/**
 * The verdicts of a pack that keeps no ledger: violations as reported, and for every other policy that ran a pass, or what it
 * said of not being applicable.
 */
export function verdictsOf(
  pack: Pack,
  judgements: readonly Judgement[],
  violations: readonly Violation[],
): Verdict[] {
  const policies = pack.info.getPoliciesList();
  const violated = new Set(
    violations.flatMap(({ verdict }) => [verdict.policy, `${verdict.policy} ${verdict.urn}`]),
  );
  const quiet = judgements.flatMap((judgement) =>
    policies.flatMap((policy) => {
      const name = policy.getName();
      const enforcement = pack.settings[name]?.enforcement ?? "advisory";
      // A policy on the stack as a whole names the resources that violate it, and passes only when there is none.
      const spoke = violated.has(judgement.kind === "stack" ? name : `${name} ${judgement.urn}`);
      if (spoke || enforcement === "disabled" || !judges(policy, judgement.kind)) return [];
      const { urn } = judgement;
      const severity = severityWord(policy.getSeverity());
      return [
        quietVerdict(
          { control: name, policy: name, pack: pack.info.getName(), urn, severity, enforcement },
          judgement,
        ),
      ];
    }),
  );
  return [...violations.map(({ verdict }) => verdict), ...quiet];
}

/** Adds to a ledger the violations it does not hold, so that nothing the protocol reported is lost. */
export function withUnrecorded(ledger: readonly Verdict[], violations: readonly Violation[]): Verdict[] {
  const keyOf = ({ policy, urn }: Verdict): string => `${policy} ${urn}`;
  const told = ledger.filter(({ verdict }) => verdict === "fail" || verdict === "undetermined");
  const recorded = { failures: new Set(told.map(keyOf)), anything: new Set(ledger.map(keyOf)) };
  // What a pack says in sum of open questions is not one more of them.
  const missing = violations
    .map(({ verdict }) => verdict)
    .filter(({ verdict, ...rest }) => {
      const lines = verdict === "undetermined" ? recorded.anything : recorded.failures;
      return !lines.has(keyOf({ verdict, ...rest }));
    });
  return [...ledger, ...missing];
}
