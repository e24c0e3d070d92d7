import type { View } from "../reading/view";
import type { Text } from "./text";

/** What a control says of one place of one resource. */
export type Outcome =
  | { readonly verdict: "pass" }
  | { readonly verdict: "fail"; readonly path: string; readonly message: Text; readonly finding?: string }
  | { readonly verdict: "undetermined"; readonly path: string; readonly waitsFor?: string }
  | { readonly verdict: "notApplicable"; readonly reason: string };

/** What a control says of a resource: one outcome, or one for each finding (none means that it passes). */
export type Judgement = Outcome | readonly Outcome[];

/** The four words of a verdict. */
export type VerdictWord = Outcome["verdict"];

/** The resource does what the control asks. */
export const pass: Outcome = { verdict: "pass" };

/**
 * The resource does not do what the control asks.
 *
 * @param at - The property, or its path.
 * @param message - What is and what is required, in one sentence.
 * @param finding - Tells several findings of one control on one resource apart, so that an exemption can be narrow.
 */
export function fail(at: View | string, message: Text, finding?: string): Outcome {
  const path = typeof at === "string" ? at : at.path;
  return { verdict: "fail", path, message, ...(finding !== undefined && { finding }) };
}

/**
 * A preview cannot say, because a value is not known.
 *
 * @param waitsFor - The resource whose deployment makes the value known, by name or URN, where it can be told.
 */
export function undetermined(at: View | string, waitsFor?: string): Outcome {
  const path = typeof at === "string" ? at : at.path;
  return { verdict: "undetermined", path, ...(waitsFor !== undefined && { waitsFor }) };
}

/** The control has nothing to say of this resource. */
export function notApplicable(reason: string): Outcome {
  return { verdict: "notApplicable", reason };
}

/** The outcomes of a judgement, never none. */
export function outcomes(judgement: Judgement): readonly Outcome[] {
  const all = isList(judgement) ? judgement : [judgement];
  return all.length === 0 ? [pass] : all;
}

function isList(judgement: Judgement): judgement is readonly Outcome[] {
  return Array.isArray(judgement);
}
