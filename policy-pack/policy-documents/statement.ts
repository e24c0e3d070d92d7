import { known, type View } from "../reading/view";
import { type Condition, conditionsOf } from "./conditions";
import { covers, overlaps } from "../reading/patterns";
import { type Principal, principalsOf } from "./principals";
import { or, some, truth, type Truth } from "../reading/truth";

/** What an element such as `Action` or `NotAction` selects. */
export interface Selection {
  /** It is the element's negated form: everything but what the patterns stand for. */
  readonly isNegated: boolean;
  /** Patterns that are known; those of actions in lower case. */
  readonly patterns: readonly string[];
  /** A pattern that is not known, if there is one. */
  readonly unknown: View | undefined;
}

/** Whom a statement is about. */
export interface Principals {
  /** It is everyone but those who are named. */
  readonly isNegated: boolean;
  readonly named: readonly Principal[];
}

/** One statement of a policy document, with all the forms in which AWS takes it made one. */
export interface Statement {
  readonly place: View;
  /** Whether it allows, and not denies. */
  readonly allows: Truth;
  readonly actions: Selection;
  readonly resources: Selection;
  readonly principals: Principals;
  readonly conditions: readonly Condition[];
}

/** The values of a list, or the one value that stands for a list of one. */
function many(place: View): readonly View[] {
  if (place.isAbsent) return [];
  return place.isList ? place.items() : [place];
}

function selection(statement: View, name: string, spelling: (value: string) => string): Selection {
  const negated = statement.at(`Not${name}`);
  const isNegated = !negated.isAbsent && !negated.isUnknown;
  const values = many(isNegated ? negated : statement.at(name));
  return {
    isNegated,
    patterns: values.flatMap((value) => known(value.string()) ?? []).map(spelling),
    unknown: values.find((value) => value.string().state !== "known"),
  };
}

function allows(statement: View): Truth {
  const effect = statement.at("Effect").string();
  return effect.state === "unknown" ? "maybe" : truth(known(effect) === "Allow");
}

/** Case means nothing in actions, and all services' all actions are one star. */
function actionSpelling(action: string): string {
  return action.toLowerCase().replace(/^\*+:\*+$/, "*");
}

function statementOf(place: View): Statement {
  const negated = place.at("NotPrincipal");
  const isNegated = !negated.isAbsent && !negated.isUnknown;
  return {
    place,
    allows: allows(place),
    actions: selection(place, "Action", actionSpelling),
    resources: selection(place, "Resource", (resource) => resource),
    principals: { isNegated, named: principalsOf(isNegated ? negated : place.at("Principal")) },
    conditions: conditionsOf(place.at("Condition")),
  };
}

/** Statements by the place of their document, which dozens of controls look at. */
const read = new WeakMap<View, readonly Statement[]>();

/**
 * The statements of a policy document, which a program may give as text or as an object. Where the document is not
 * known, there is one statement of which nothing is known.
 */
export function statementsOf(policy: View): readonly Statement[] {
  const ready = read.get(policy) ?? readStatements(policy);
  read.set(policy, ready);
  return ready;
}

function readStatements(policy: View): readonly Statement[] {
  if (policy.isAbsent) return [];
  const document = policy.document();
  const isReadable = document.isObject && !document.isUnknown;
  return many(isReadable ? document.at("Statement") : document.asUnknown()).map(statementOf);
}

/** Whether everything that a pattern stands for is selected. */
export function selects({ isNegated, patterns, unknown }: Selection, pattern: string): Truth {
  if (isNegated) {
    if (patterns.some((excluded) => overlaps(excluded, pattern))) return "no";
    return unknown ? "maybe" : "yes";
  }
  return or(
    some(patterns, (each) => truth(covers(each, pattern))),
    unknown ? "maybe" : "no",
  );
}

/** Whether something that a pattern stands for is selected. */
export function touches({ isNegated, patterns, unknown }: Selection, pattern: string): Truth {
  if (isNegated) {
    if (patterns.some((excluded) => covers(excluded, pattern))) return "no";
    return unknown ? "maybe" : "yes";
  }
  return or(
    some(patterns, (each) => truth(overlaps(each, pattern))),
    unknown ? "maybe" : "no",
  );
}
