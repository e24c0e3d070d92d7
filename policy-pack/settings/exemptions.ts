import { covers as patternCovers } from "../reading/patterns";

/** A decision, by a person, that a control need not hold somewhere for a while. */
export interface Exemption {
  /** Id or name of the control. */
  readonly control: string;
  /** URNs that it covers; `*` stands for any characters. */
  readonly urn?: string;
  /** Type token that it covers; `*` stands for any characters. */
  readonly type?: string;
  /** The one finding that it covers, where a control has several on one resource. */
  readonly finding?: string;
  readonly reason: string;
  readonly owner: string;
  readonly ticket?: string;
  /** Last day on which it holds, as `2027-03-31`. */
  readonly expires: string;
}

/** What an exemption is asked about. */
export interface Violation {
  readonly id: string;
  readonly name: string;
  readonly urn: string;
  readonly type: string;
  readonly finding?: string;
}

/** JSON schema of one exemption. */
export const exemptionSchema = {
  type: "object" as const,
  description: "A control that need not hold somewhere for a while. Needs urn or type, or both.",
  properties: {
    control: { type: "string" as const, description: "Id or name of the control, such as VPC-05." },
    urn: { type: "string" as const, description: "URNs that it covers; * stands for any characters." },
    type: { type: "string" as const, description: "Type token that it covers; * stands for any characters." },
    finding: { type: "string" as const, description: "The one finding that it covers." },
    reason: { type: "string" as const, minLength: 10, description: "Why the control need not hold." },
    owner: { type: "string" as const, minLength: 1, description: "Who answers for it." },
    ticket: { type: "string" as const, description: "Where it was decided." },
    expires: {
      type: "string" as const,
      pattern: "^\\d{4}-\\d{2}-\\d{2}$",
      description: "Last day on which it holds.",
    },
  },
  required: ["control", "reason", "owner", "expires"],
  additionalProperties: false,
};

function matches(pattern: string | undefined, value: string): boolean {
  return pattern === undefined || patternCovers(pattern, value);
}

/** Whether an exemption covers a violation, whatever the date. */
export function covers(exemption: Exemption, violation: Violation): boolean {
  if (exemption.urn === undefined && exemption.type === undefined) return false;
  return (
    [violation.id, violation.name].includes(exemption.control) &&
    matches(exemption.urn, violation.urn) &&
    matches(exemption.type, violation.type) &&
    (exemption.finding === undefined || exemption.finding === violation.finding)
  );
}

/** Whether an exemption's last day lies before today (both as `2027-03-31`). */
export function isExpired(exemption: Exemption, today: string): boolean {
  return exemption.expires < today;
}
