import { isWireObject, type Wire } from "../../simulator/wire";

/** An exemption as the report shows it. */
export interface ShownExemption {
  /** Why; the whole exemption where the pack describes it in another way. */
  readonly reason: string;
  /** Who answers for it; empty where the pack does not say. */
  readonly owner: string;
  /** Until when; empty where the pack does not say. */
  readonly expires: string;
}

function words(value: Wire | undefined): string {
  return typeof value === "string" ? value : "";
}

/** What a pack says of an exemption: text, or an object with `reason`, `owner` and `expires`. */
export function readExemption(exemption: Wire): ShownExemption {
  if (!isWireObject(exemption) || typeof exemption.reason !== "string") {
    return {
      reason: typeof exemption === "string" ? exemption : JSON.stringify(exemption),
      owner: "",
      expires: "",
    };
  }
  return { reason: exemption.reason, owner: words(exemption.owner), expires: words(exemption.expires) };
}

/** An exemption in one sentence. */
export function describeExemption(exemption: Wire): string {
  const { reason, owner, expires } = readExemption(exemption);
  const terms = [owner, expires === "" ? "" : `until ${expires}`].filter((term) => term !== "");
  return terms.length === 0 ? reason : `${reason} (${terms.join(", ")})`;
}
