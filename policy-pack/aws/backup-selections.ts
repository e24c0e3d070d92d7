import { known, type View } from "../reading/view";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { tokens } from "./tokens";

const SELECTIONS = tokens("backup/selection:Selection");

/** Whether a plan of the stack backs a resource up; "open" where a selection cannot be read. */
export type Coverage = "covered" | "open" | "uncovered";

/** Whether the stack itself says what is backed up. */
export function hasSelections(stack: StackIndex): boolean {
  return stack.ofTypes(SELECTIONS).length > 0;
}

function tagOf(resource: StackResource, key: string): View {
  const own = resource.props.at("tags").child(key);
  return own.isAbsent ? resource.props.at("tagsAll").child(key) : own;
}

/** `*` stands for any characters, as in the ARNs and conditions of a selection. */
function matches(pattern: string, value: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(value);
}

type Answer = boolean | undefined;

function tagMatches(resource: StackResource, test: View, key: string): Answer {
  const wanted = known(test.at("value").string());
  const place = tagOf(resource, key);
  if (wanted === undefined || place.isUnknown) return undefined;
  return matches(wanted, known(place.string()) ?? "");
}

function all(answers: readonly Answer[]): Answer {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function some(answers: readonly Answer[]): Answer {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

/** Any of these tags selects. */
function byTags(selection: StackResource, resource: StackResource): Answer {
  const tests = selection.props.at("selectionTags");
  if (tests.isUnknown) return undefined;
  return some(
    tests.items().map((test) => {
      const key = known(test.at("key").string());
      return key === undefined ? undefined : tagMatches(resource, test, key);
    }),
  );
}

const TAG_KEY = /^aws:ResourceTag\//;

/** All of these conditions must hold of what is selected. */
function byConditions(selection: StackResource, resource: StackResource): Answer {
  const conditions = selection.props.at("conditions");
  if (conditions.isUnknown) return undefined;
  const tests = ["stringEquals", "stringLikes", "stringNotEquals", "stringNotLikes"].flatMap((operator) =>
    conditions
      .items()
      .flatMap((condition) => condition.at(operator).items())
      .map((test): Answer => {
        const key = known(test.at("key").string());
        const held = key === undefined ? undefined : tagMatches(resource, test, key.replace(TAG_KEY, ""));
        return operator.includes("Not") && held !== undefined ? !held : held;
      }),
  );
  return all(tests);
}

/** What an ARN says of a kind of resource: `ec2` and `volume/` for volumes. */
export interface ArnKind {
  readonly service: string;
  readonly prefix: string;
}

/** Whether a pattern such as `*` or `arn:aws:ec2:*:*:volume/*` stands for every resource of a kind. */
function coversKind(pattern: string, { service, prefix }: ArnKind): boolean {
  if (pattern === "*") return true;
  const [, , named = "", ...rest] = pattern.split(":");
  const tail = rest.slice(2).join(":");
  const coversAll = tail === "" ? pattern.endsWith("*") : tail.includes("*") && matches(tail, `${prefix}id`);
  return matches(named, service) && coversAll;
}

interface Question {
  readonly stack: StackIndex;
  readonly selection: StackResource;
  readonly resource: StackResource;
  readonly kind: ArnKind;
}

function byArn({ stack, selection, resource, kind }: Question, property: string): Answer {
  const place = selection.props.at(property);
  const { found, isOpen } = stack.targets(selection, property, [resource.type]);
  if (found.includes(resource)) return true;
  const patterns = place.items().flatMap((item) => known(item.string()) ?? []);
  if (patterns.some((pattern) => coversKind(pattern, kind))) return true;
  // What was computed from other resources names those.
  const isExplained = (selection.propertyDependencies[property] ?? []).length > 0;
  return isOpen && !isExplained ? undefined : false;
}

function selects(question: Question): Answer {
  const { selection, resource } = question;
  const isExcluded = byArn(question, "notResources");
  const hasNames = !selection.props.at("resources").isEmpty;
  // Without names, conditions alone select among everything.
  const isNamed = hasNames || selection.props.at("conditions").isEmpty ? byArn(question, "resources") : true;
  const isChosen = some([all([isNamed, byConditions(selection, resource)]), byTags(selection, resource)]);
  return all([isChosen, isExcluded === undefined ? undefined : !isExcluded]);
}

/** Whether a selection of the stack takes a resource into a backup plan: by its ARN, by a pattern, or by tags. */
export function coverage(stack: StackIndex, resource: StackResource, kind: ArnKind): Coverage {
  const answer = some(
    stack.ofTypes(SELECTIONS).map((selection) => selects({ stack, selection, resource, kind })),
  );
  if (answer === undefined) return "open";
  return answer ? "covered" : "uncovered";
}

/** The parameter that names tags by which a plan outside of the stack selects. */
export const planTagsParameter = {
  type: "object" as const,
  additionalProperties: { type: "string" as const },
  default: {},
  description: "Tags, any of which puts a resource into a backup plan outside of this stack.",
};

/** Whether a resource has a tag by which a plan outside of the stack selects. */
export function hasPlanTag(resource: StackResource, planTags: Readonly<Record<string, string>>): boolean {
  return Object.entries(planTags).some(([key, value]) => known(tagOf(resource, key).string()) === value);
}
