import { tagsOf } from "../aws/tags";
import { tokens } from "../aws/tokens";
import { known } from "../reading/view";
import { type Context, type Located, located } from "../registry/control";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../verdict/outcome";
import type { Text } from "../verdict/text";
import type { Owned } from "./ownership";

export const SELECTIONS = tokens("backup/selection:Selection");

/** Which resources a backup plan must cover. */
interface Coverage {
  readonly types: readonly string[];
  /** ARNs that stand for all resources of the types. */
  readonly all: RegExp;
  readonly missing: Text;
}

type Answer = "yes" | "no" | "unknown";

function byName(stack: StackIndex, resource: StackResource, selection: StackResource, all: RegExp): Answer {
  const excluded = stack.targets(selection, "notResources", [resource.type]);
  if (excluded.found.includes(resource)) return "no";
  const { found, isOpen } = stack.targets(selection, "resources", [resource.type]);
  const names = selection.props.at("resources").items();
  if (found.includes(resource) || names.some((place) => all.test(known(place.string()) ?? ""))) return "yes";
  return isOpen ? "unknown" : "no";
}

function byTag(resource: StackResource, selection: StackResource): Answer {
  const { byKey, open } = tagsOf(resource);
  const answers = selection.props
    .at("selectionTags")
    .items()
    .map((wanted): Answer => {
      const [key, value] = [known(wanted.at("key").string()), known(wanted.at("value").string())];
      if (key === undefined || value === undefined) return "unknown";
      const tag = byKey.get(key);
      if (!tag) return open ? "unknown" : "no";
      if (tag.isUnknown) return "unknown";
      return known(tag.string()) === value ? "yes" : "no";
    });
  const unknown = selection.props.at("selectionTags").isUnknown || answers.includes("unknown");
  if (answers.includes("yes")) return "yes";
  return unknown ? "unknown" : "no";
}

/** Each resource of some types is named by a backup selection, or carries a tag that one asks for. */
export function backedUp({ types, all, missing }: Coverage) {
  const judge = (stack: StackIndex, resource: StackResource, isOwned: boolean): Outcome => {
    const selections = stack.ofTypes(SELECTIONS);
    const answers = selections.map((selection) => {
      const either = [byName(stack, resource, selection, all), byTag(resource, selection)];
      return {
        selection,
        answer: either.find((one) => one === "yes") ?? either.find((one) => one === "unknown"),
      };
    });
    if (answers.some(({ answer }) => answer === "yes")) return pass;
    const open = answers.find(({ answer }) => answer === "unknown");
    if (open) return undetermined("", open.selection.urn);
    return isOwned ? fail("", missing) : notApplicable("The backup plan may be another stack's");
  };
  return (stack: StackIndex, { parameters }: Context<Owned>): readonly Located[] =>
    stack.ofTypes(types).map((resource) => located(resource, judge(stack, resource, parameters.owned)));
}
