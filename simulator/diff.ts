import { isDeepStrictEqual } from "node:util";
import type { ProviderSettings } from "./settings";
import { autonameOf, type TypeKnowledge } from "./type-knowledge";
import { revealSecrets, type Wire, type WireObject } from "./wire";

/** What the AWS provider is asked when a registered resource exists already. */
export interface DiffRequest {
  readonly urn: string;
  readonly type: string;
  readonly id: string;
  /** Attributes of the last run. */
  readonly olds: WireObject;
  /** Checked inputs of the last run. */
  readonly oldInputs: WireObject;
  /** Checked inputs of this run. */
  readonly news: WireObject;
  readonly settings: ProviderSettings;
  readonly ignoreChanges: readonly string[];
}

/** What changes, and what cannot change in place. */
export interface DiffResult {
  readonly changes: boolean;
  /** Changed properties that need a new resource. */
  readonly replaces: string[];
  readonly changed: string[];
  readonly deleteBeforeReplace: boolean;
}

function isInternal(property: string): boolean {
  return property.startsWith("__");
}

function differs(one: Wire | undefined, other: Wire | undefined): boolean {
  return !isDeepStrictEqual(
    one === undefined ? null : revealSecrets(one),
    other === undefined ? null : revealSecrets(other),
  );
}

/** A name that stays the same can exist only once, so the old resource must go first. */
function keepsName(request: DiffRequest, knowledge: TypeKnowledge): boolean {
  const property = autonameOf(request.type, knowledge)?.property;
  return (
    property !== undefined &&
    request.news[property] !== undefined &&
    !differs(request.oldInputs[property], request.news[property])
  );
}

/** Compares the inputs of two runs. */
export function diffInputs(request: DiffRequest, knowledge: TypeKnowledge): DiffResult {
  const ignored = new Set(request.ignoreChanges.map((path) => path.split(/[.[]/)[0] ?? path));
  const properties = new Set([...Object.keys(request.oldInputs), ...Object.keys(request.news)]);
  const changed = [...properties]
    .filter((property) => !isInternal(property) && !ignored.has(property))
    .filter((property) => differs(request.oldInputs[property], request.news[property]))
    .sort();
  const forceNew = new Set([...(knowledge.definition?.forceNew ?? []), "region"]);
  const replaces = changed.filter((property) => forceNew.has(property));
  return {
    changes: changed.length > 0,
    replaces,
    changed,
    deleteBeforeReplace:
      replaces.length > 0 &&
      (knowledge.definition?.deleteBeforeReplace === true || keepsName(request, knowledge)),
  };
}
