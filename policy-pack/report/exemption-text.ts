import type { GrantedExemption } from "./judged";

/** An exemption in one sentence: why, what is done instead, who answers for it, where it was decided, until when. */
export function describeExemption({
  reason,
  owner,
  expires,
  ticket,
  compensation,
}: GrantedExemption): string {
  const instead = compensation === undefined ? "" : `; instead: ${compensation}`;
  const terms = [owner, ticket ?? "", expires === "" ? "" : `until ${expires}`].filter((term) => term !== "");
  return `${reason}${instead}${terms.length === 0 ? "" : ` (${terms.join(", ")})`}`;
}
