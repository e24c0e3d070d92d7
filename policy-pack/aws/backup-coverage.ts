import { isSet } from "../reading/set";
import { known, type View } from "../reading/view";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { tagsOf } from "./tags";
import { tokens } from "./tokens";

/** Selections of resources for a plan of AWS Backup. */
export const SELECTIONS = tokens("backup/selection:Selection");

/** Whether a selection takes a resource; "open" where that is not known. */
type Taken = "yes" | "no" | "open";

/** Whether any selection of the stack takes a resource. */
export interface Coverage {
  readonly taken: Taken;
  /** The selection that could not be decided. */
  readonly waitsFor?: string;
}

/** Stands in an ARN for a part that is not known: only a `*` of a pattern matches it for certain. */
const SOME = "\u0000";

/** The ARN of a resource as far as it is known, from what stands behind the account, such as `db:orders`. */
export type ArnOf = (resource: StackResource) => { readonly service: string; readonly path: string };

/** A part of an ARN that a property gives, or one that is not known. */
export function arnPart(place: View): string {
  return known(place.string()) ?? SOME;
}

function matches(pattern: string, value: string): boolean {
  const quoted = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${quoted.join(".*")}$`, "s").test(value);
}

function byPattern(pattern: string, { service, path }: ReturnType<ArnOf>): Taken {
  const arn = ["arn", SOME, service, SOME, SOME, path].join(":");
  // Partition, Region and account are the stack's own wherever a pattern names them.
  const own = pattern.split(":").map((part, position) => ([1, 3, 4].includes(position) ? "*" : part));
  if (matches(own.join(":"), arn)) return "yes";
  const anyName = own.join(":").replace(/[^:/]*$/, "*");
  return path.includes(SOME) && matches(anyName, arn) ? "open" : "no";
}

function byArn(
  stack: StackIndex,
  selection: StackResource,
  property: string,
  [resource, arn]: readonly [StackResource, ReturnType<ArnOf>],
): Taken {
  const place = selection.props.at(property);
  if (!isSet(place)) return "no";
  if (stack.targets(selection, property, [resource.type]).found.includes(resource)) return "yes";
  const each = place
    .items()
    .map((item) => known(item.string()))
    .flatMap((pattern) => (pattern === undefined ? [] : byPattern(pattern, arn)));
  if (each.includes("yes")) return "yes";
  const isJoined = (selection.propertyDependencies[property] ?? []).length > 0;
  const isVague = place.firstUnknown() !== undefined && !isJoined;
  return isVague || each.includes("open") ? "open" : "no";
}

function tagEquals(resource: StackResource, key: View, value: View): Taken {
  const { byKey, open } = tagsOf(resource);
  // The provider's default tags are among the ones that are worked out.
  const isOpen = open !== undefined || resource.props.at("tagsAll").isUnknown;
  const name = known(key.string())?.replace(/^aws:ResourceTag\//, "");
  const wanted = known(value.string());
  if (name === undefined || wanted === undefined) return "open";
  const place = byKey.get(name);
  if (!place) return isOpen ? "open" : "no";
  const is = known(place.string());
  if (is === undefined) return "open";
  return matches(wanted, is) ? "yes" : "no";
}

function negated(taken: Taken): Taken {
  if (taken === "open") return "open";
  return taken === "yes" ? "no" : "yes";
}

function allOf(each: readonly Taken[]): Taken {
  if (each.includes("no")) return "no";
  return each.includes("open") ? "open" : "yes";
}

function anyOf(each: readonly Taken[]): Taken {
  if (each.includes("yes")) return "yes";
  return each.includes("open") ? "open" : "no";
}

function byConditions(selection: StackResource, resource: StackResource): Taken {
  const blocks = selection.props.at("conditions");
  if (blocks.isUnknown) return "open";
  const tests = (kind: string): readonly Taken[] =>
    blocks.items().flatMap((block) => {
      const list = block.at(kind);
      if (list.isUnknown) return ["open"];
      return list.items().map((test) => tagEquals(resource, test.at("key"), test.at("value")));
    });
  return allOf([
    ...tests("stringEquals"),
    ...tests("stringLikes"),
    ...[...tests("stringNotEquals"), ...tests("stringNotLikes")].map(negated),
  ]);
}

/**
 * Resources that are named must also meet the conditions; resources with one of the tags come on top. A selection that
 * neither names resources nor tags takes everything.
 */
function takes(stack: StackIndex, selection: StackResource, resource: StackResource, arnOf: ArnOf): Taken {
  const { props } = selection;
  const arn = arnOf(resource);
  const tags = props.at("selectionTags");
  const byTag = tags.isUnknown
    ? "open"
    : anyOf(tags.items().map((tag) => tagEquals(resource, tag.at("key"), tag.at("value"))));
  const isByTagAlone = isSet(tags) && !isSet(props.at("conditions"));
  const byName = isSet(props.at("resources"))
    ? byArn(stack, selection, "resources", [resource, arn])
    : anyOf(isByTagAlone ? [] : ["yes"]);
  const named = allOf([byName, byConditions(selection, resource)]);
  const excluded = byArn(stack, selection, "notResources", [resource, arn]);
  return allOf([anyOf([named, byTag]), negated(excluded)]);
}

/** Whether a plan of AWS Backup in the stack takes a resource, by ARN, by pattern or by tag. */
export function coverageOf(stack: StackIndex, resource: StackResource, arnOf: ArnOf): Coverage {
  const each = stack
    .ofTypes(SELECTIONS)
    .map((selection) => ({ selection, taken: takes(stack, selection, resource, arnOf) }));
  const taken = anyOf(each.map((one) => one.taken));
  const open = taken === "open" ? each.find((one) => one.taken === "open") : undefined;
  return { taken, ...(open && { waitsFor: open.selection.urn }) };
}
