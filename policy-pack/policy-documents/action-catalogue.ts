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

/** Actions by their services, worked out once for each set. */
const grouped = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, ReadonlySet<string>>>();

function byService(names: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const ready = grouped.get(names);
  if (ready) return ready;
  const groups = new Map<string, Set<string>>();
  for (const name of names) {
    const service = serviceOf(name);
    groups.set(service, (groups.get(service) ?? new Set()).add(name));
  }
  grouped.set(names, groups);
  return groups;
}

function serviceOf(action: string): string {
  return action.split(":")[0] ?? "";
}

/** Whether a pattern stands for one of the actions. */
function standsForOne(pattern: string, names: ReadonlySet<string>): boolean {
  if (!/[*?]/.test(pattern)) return names.has(pattern);
  const service = serviceOf(pattern);
  const candidates = /[*?]/.test(service) ? names : (byService(names).get(service) ?? []);
  return [...candidates].some((name) => covers(pattern, name));
}

/** Whether a statement's actions hold one of the given ones. */
export function holdsOne({ isNegated, patterns, unknown }: Selection, names: ReadonlySet<string>): Truth {
  if (isNegated) {
    const isLeft = [...names].some((name) => !patterns.some((pattern) => covers(pattern, name)));
    return and(truth(isLeft), unknown ? "maybe" : "yes");
  }
  const isHeld = patterns.some((pattern) => standsForOne(pattern, names));
  return or(truth(isHeld), unknown ? "maybe" : "no");
}

/** Services of which a statement may select an action; another one need not be looked at. */
function mayHold({ isNegated, patterns, unknown }: Selection, service: string): boolean {
  return (
    isNegated || unknown !== undefined || patterns.some((pattern) => covers(serviceOf(pattern), service))
  );
}

function onEveryOfOne(resources: Selection, actions: Selection, names: ReadonlySet<string>): Truth {
  return some([...byService(names)], ([service, own]) => {
    if (!mayHold(actions, service)) return "no";
    const onEvery = isOnEvery(resources, service);
    return onEvery === "no" ? "no" : and(onEvery, holdsOne(actions, own));
  });
}

/** Whether a statement allows one of the actions on every resource that it may be about, under no narrowing condition. */
export function givesUnscoped(statement: Statement, names: ReadonlySet<string>): Truth {
  const { allows, actions, resources } = statement;
  const isOpen = and(allows, not(isNarrowed(statement)));
  if (isOpen === "no") return "no";
  const isAll = isOnEverything(resources) === "yes";
  return and(isOpen, isAll ? holdsOne(actions, names) : onEveryOfOne(resources, actions, names));
}
