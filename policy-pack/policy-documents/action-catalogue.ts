import * as generated from "./actions.json";
import { covers } from "../reading/patterns";
import { isNarrowed, isOnEvery, isOnEverything } from "./rights";
import type { Selection, Statement } from "./statement";
import { and, not, or, some, truth, type Truth } from "../reading/truth";

/** Actions of a service that can be limited to named resources, in lower case. */
export interface ServiceActions {
  readonly read: readonly string[];
  readonly write: readonly string[];
  /** Actions that decide who may do what. */
  readonly permissions: readonly string[];
}

/** What is written by `tools/action-catalogue.ts`; actions that know no resource are not in it. */
export interface ActionCatalogue {
  readonly source: string;
  /** Day of the data. */
  readonly asOf: string;
  readonly services: Readonly<Record<string, ServiceActions>>;
}

const catalogue: ActionCatalogue = generated;

/** Where the catalogue is from and of what day it is. */
export const catalogueOrigin = { source: catalogue.source, asOf: catalogue.asOf };

/** What an action does. */
export type Level = keyof ServiceActions;

/** Names of the actions of some levels, as `s3:putobject`. */
export function actionsOf(...levels: readonly Level[]): ReadonlySet<string> {
  return new Set(
    Object.entries(catalogue.services).flatMap(([service, actions]) =>
      levels.flatMap((level) => actions[level].map((name) => `${service}:${name}`)),
    ),
  );
}

/** Whether a statement's actions hold one of the given ones. */
export function holdsOne({ isNegated, patterns, unknown }: Selection, names: ReadonlySet<string>): Truth {
  if (isNegated) {
    const isLeft = [...names].some((name) => !patterns.some((pattern) => covers(pattern, name)));
    return and(truth(isLeft), unknown ? "maybe" : "yes");
  }
  const isHeld = patterns.some((pattern) =>
    /[*?]/.test(pattern) ? [...names].some((name) => covers(pattern, name)) : names.has(pattern),
  );
  return or(truth(isHeld), unknown ? "maybe" : "no");
}

function onEveryOfOne(resources: Selection, actions: Selection, names: ReadonlySet<string>): Truth {
  const services = new Set([...names].map((name) => name.split(":")[0] ?? ""));
  return some([...services], (service) => {
    const onEvery = isOnEvery(resources, service);
    if (onEvery === "no") return "no";
    return and(
      onEvery,
      holdsOne(actions, new Set([...names].filter((name) => name.startsWith(`${service}:`)))),
    );
  });
}

/** Whether a statement allows one of the actions on every resource that it may be about, under no narrowing condition. */
export function givesUnscoped(statement: Statement, names: ReadonlySet<string>): Truth {
  const { allows, actions, resources } = statement;
  const isAll = isOnEverything(resources) === "yes";
  const given = isAll ? holdsOne(actions, names) : onEveryOfOne(resources, actions, names);
  return and(allows, given, not(isNarrowed(statement)));
}
