import { isWireObject, type Wire } from "../wire";
import type { InputRule } from "./definition";

/** Whether a text is a JSON object. */
export function isJsonObject(text: Wire): boolean {
  if (typeof text !== "string") return false;
  try {
    return isWireObject(JSON.parse(text) as Wire);
  } catch {
    return false;
  }
}

/**
 * Rules of a property that holds a policy document. AWS counts it without its white space. Source: IAM and STS quotas.
 * @param malformed - AWS's code for what is no document
 */
export function documentRules(
  property: string,
  maxLength: number,
  malformed = "MalformedPolicyDocument",
): InputRule[] {
  return [
    { property, code: malformed, requires: "must be a JSON object", holds: isJsonObject },
    {
      property,
      code: "LimitExceeded",
      requires: `must not exceed ${maxLength} characters without white space`,
      holds: (value) => typeof value === "string" && value.replace(/\s/g, "").length <= maxLength,
    },
  ];
}
