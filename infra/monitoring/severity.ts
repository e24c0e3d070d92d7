import type { Criticality } from "../core/criticality";

/** How loudly somebody is told, loudest first: called at once, given a ticket, or told in a digest. */
export const severities = ["page", "ticket", "notice"] as const;

/** How loudly somebody is told; see {@link severities}. */
export type Severity = (typeof severities)[number];

/** What an alarm is about: users suffer now, they soon will, or nobody suffers but somebody should know. */
export type Urgency = "outage" | "risk" | "hint";

const loudness: Readonly<Record<Urgency, Readonly<Record<Criticality, Severity>>>> = {
  outage: { critical: "page", high: "page", standard: "ticket", low: "notice" },
  risk: { critical: "ticket", high: "ticket", standard: "notice", low: "notice" },
  hint: { critical: "notice", high: "notice", standard: "notice", low: "notice" },
};

/** How loudly somebody is told, by what has gone wrong and how much the business depends on the thing. */
export function severityOf(urgency: Urgency, criticality: Criticality): Severity {
  return loudness[urgency][criticality];
}
