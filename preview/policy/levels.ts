import { EnforcementLevel, PolicySeverity } from "@pulumi/pulumi/proto/analyzer_pb";
import type { Enforcement, Severity } from "../result";

const WORDS: Readonly<Record<EnforcementLevel, Enforcement>> = {
  [EnforcementLevel.ADVISORY]: "advisory",
  [EnforcementLevel.MANDATORY]: "mandatory",
  [EnforcementLevel.DISABLED]: "disabled",
  [EnforcementLevel.REMEDIATE]: "remediate",
};

const LEVELS: Readonly<Record<Enforcement, EnforcementLevel>> = {
  advisory: EnforcementLevel.ADVISORY,
  mandatory: EnforcementLevel.MANDATORY,
  disabled: EnforcementLevel.DISABLED,
  remediate: EnforcementLevel.REMEDIATE,
};

/** A policy that gives no severity is taken for a medium one. */
const SEVERITIES: Readonly<Record<PolicySeverity, Severity>> = {
  [PolicySeverity.POLICY_SEVERITY_UNSPECIFIED]: "medium",
  [PolicySeverity.POLICY_SEVERITY_LOW]: "low",
  [PolicySeverity.POLICY_SEVERITY_MEDIUM]: "medium",
  [PolicySeverity.POLICY_SEVERITY_HIGH]: "high",
  [PolicySeverity.POLICY_SEVERITY_CRITICAL]: "critical",
};

/** The word for an enforcement level of the protocol. */
export function enforcementWord(level: EnforcementLevel): Enforcement {
  return WORDS[level];
}

/** The protocol's enforcement level for a word. */
export function enforcementLevel(word: Enforcement): EnforcementLevel {
  return LEVELS[word];
}

/** Whether a word from a file is an enforcement level. */
export function isEnforcement(word: unknown): word is Enforcement {
  return typeof word === "string" && word in LEVELS;
}

/** The word for a severity of the protocol. */
export function severityWord(severity: PolicySeverity): Severity {
  return SEVERITIES[severity];
}
