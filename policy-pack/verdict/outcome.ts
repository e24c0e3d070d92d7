import type { View } from "../reading/view";
import type { Text } from "./text";

/** Where something is: a path, and the resource, by URN, in which it is, where that is another one than is judged. */
export interface Spot {
  readonly path: string;
  readonly holder?: string;
}

/** What a control says of one place of one resource. */
export type Outcome =
  | { readonly verdict: "pass" }
  | ({ readonly verdict: "fail"; readonly message: Text; readonly finding?: string } & Spot)
  | ({ readonly verdict: "undetermined"; readonly waitsFor?: string } & Spot)
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
  return { verdict: "fail", ...spotOf(at), message, ...(finding !== undefined && { finding }) };
}

/**
 * A preview cannot say, because a value is not known.
 *
 * @param waitsFor - The resource whose deployment makes the value known, by name or URN, where it can be told.
 */
export function undetermined(at: View | string, waitsFor?: string): Outcome {
  return { verdict: "undetermined", ...spotOf(at), ...(waitsFor !== undefined && { waitsFor }) };
}

/** The control has nothing to say of this resource. */
export function notApplicable(reason: string): Outcome {
  return { verdict: "notApplicable", reason };
}

/** The outcome as one about that resource: what is in it needs no other name. */
export function about(urn: string, outcome: Outcome): Outcome {
  if (!("holder" in outcome)) return outcome;
  const { holder, ...rest } = outcome;
  return holder === urn ? rest : outcome;
}

/** The outcomes of a judgement, never none. */
export function outcomes(judgement: Judgement): readonly Outcome[] {
  const all = isList(judgement) ? judgement : [judgement];
  return all.length === 0 ? [pass] : all;
}

function spotOf(at: View | string): Spot {
  if (typeof at === "string") return { path: at };
  const { path, holder } = at;
  return { path, ...(holder !== undefined && { holder }) };
}

function isList(judgement: Judgement): judgement is readonly Outcome[] {
  return Array.isArray(judgement);
}
