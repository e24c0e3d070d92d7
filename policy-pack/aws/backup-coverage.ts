import { covers } from "../reading/patterns";
import { isSet } from "../reading/set";
import { and, not, or, some, truth, type Truth } from "../reading/truth";
import { known, type View } from "../reading/view";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { tagsOf } from "./tags";
import { tokens } from "./tokens";

/** Selections of resources for a plan of AWS Backup. */
export const SELECTIONS = tokens("backup/selection:Selection");

/** Whether any selection of the stack takes a resource. */
export interface Coverage {
  readonly taken: Truth;
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

function byPattern(pattern: string, { service, path }: ReturnType<ArnOf>): Truth {
  const arn = ["arn", SOME, service, SOME, SOME, path].join(":");
  // Partition, Region and account are the stack's own wherever a pattern names them.
  const own = pattern
    .split(":")
    .map((part, position) => ([1, 3, 4].includes(position) ? "*" : part))
    .join(":");
  if (!path.includes(SOME)) return truth(covers(own, arn));
  if (!own.includes("?") && covers(own, arn)) return "yes";
  return covers(own.replace(/[^:/]*$/, "*"), arn) ? "maybe" : "no";
}

function byArn(
  stack: StackIndex,
  selection: StackResource,
  property: string,
  [resource, arn]: readonly [StackResource, ReturnType<ArnOf>],
): Truth {
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
  return isVague || each.includes("maybe") ? "maybe" : "no";
}

function tagEquals(resource: StackResource, key: View, value: View): Truth {
  const { byKey, open } = tagsOf(resource);
  // The provider's default tags are among the ones that are worked out.
  const isOpen = open !== undefined || resource.props.at("tagsAll").isUnknown;
  const name = known(key.string())?.replace(/^aws:ResourceTag\//, "");
  const wanted = known(value.string());
  if (name === undefined || wanted === undefined) return "maybe";
  const place = byKey.get(name);
  if (!place) return isOpen ? "maybe" : "no";
  const is = known(place.string());
  if (is === undefined) return "maybe";
  return covers(wanted, is) ? "yes" : "no";
}

function byConditions(selection: StackResource, resource: StackResource): Truth {
  const blocks = selection.props.at("conditions");
  if (blocks.isUnknown) return "maybe";
  const tests = (kind: string): readonly Truth[] =>
    blocks.items().flatMap((block) => {
      const list = block.at(kind);
      if (list.isUnknown) return ["maybe"];
      return list.items().map((test) => tagEquals(resource, test.at("key"), test.at("value")));
    });
  return and(
    ...tests("stringEquals"),
    ...tests("stringLikes"),
    ...[...tests("stringNotEquals"), ...tests("stringNotLikes")].map(not),
  );
}

/**
 * Resources that are named must also meet the conditions; resources with one of the tags come on top. A selection that
 * neither names resources nor tags takes everything.
 */
function takes(stack: StackIndex, selection: StackResource, resource: StackResource, arnOf: ArnOf): Truth {
  const { props } = selection;
  const arn = arnOf(resource);
  const tags = props.at("selectionTags");
  const byTag = tags.isUnknown
    ? "maybe"
    : some(tags.items(), (tag) => tagEquals(resource, tag.at("key"), tag.at("value")));
  const isByTagAlone = isSet(tags) && !isSet(props.at("conditions"));
  const byName = isSet(props.at("resources"))
    ? byArn(stack, selection, "resources", [resource, arn])
    : truth(!isByTagAlone);
  const named = and(byName, byConditions(selection, resource));
  const excluded = byArn(stack, selection, "notResources", [resource, arn]);
  return and(or(named, byTag), not(excluded));
}

/** Whether a plan of AWS Backup in the stack takes a resource, by ARN, by pattern or by tag. */
export function coverageOf(stack: StackIndex, resource: StackResource, arnOf: ArnOf): Coverage {
  const each = stack
    .ofTypes(SELECTIONS)
    .map((selection) => ({ selection, taken: takes(stack, selection, resource, arnOf) }));
  const taken = some(each, (one) => one.taken);
  const open = taken === "maybe" ? each.find((one) => one.taken === "maybe") : undefined;
  return { taken, ...(open && { waitsFor: open.selection.urn }) };
}
