import { deniesPlainText } from "../policy-documents/transport";
import { statementsOf } from "../policy-documents/statement";
import { type Located, located } from "../registry/control";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../verdict/outcome";
import type { Text } from "../verdict/text";

/** A resource whose policy stands in it or in a resource of its own. */
interface Owner {
  readonly types: readonly string[];
  readonly policies: readonly string[];
  /** The property of the separate policy that points at its owner. */
  readonly property: string;
  /** The action that must be denied without TLS. */
  readonly action: string;
  readonly missing: Text;
}

function judge(
  stack: StackIndex,
  owner: StackResource,
  { policies, property, action, missing }: Owner,
): Outcome {
  const separate = stack.referrers(owner, property, policies);
  const places = [owner, ...separate].map(({ props }) => props.at("policy"));
  const denials = places.map((place) => deniesPlainText(statementsOf(place), action));
  if (denials.includes("yes")) return pass;
  const waiting = places[denials.indexOf("maybe")];
  if (waiting) return undetermined(waiting);
  const open = stack.openReferrer(owner, property, policies);
  return open ? undetermined("policy", open.urn) : fail("policy", missing);
}

/** Each owner's policy denies requests that do not come over TLS. */
export function plainTextDenied(owner: Owner): (stack: StackIndex) => Iterable<Located> {
  return (stack) =>
    stack.ofTypes(owner.types).map((resource) => located(resource, judge(stack, resource, owner)));
}
