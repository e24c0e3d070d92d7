import * as generated from "./actions.json";
import { type Selection, touches } from "./statement";
import { some, type Truth } from "./truth";

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
export function actionsOf(...levels: readonly Level[]): readonly string[] {
  return Object.entries(catalogue.services).flatMap(([service, actions]) =>
    levels.flatMap((level) => actions[level].map((name) => `${service}:${name}`)),
  );
}

/** Whether a statement's actions hold one of the given ones. */
export function holdsOne(actions: Selection, names: readonly string[]): Truth {
  return some(names, (name) => touches(actions, name));
}
