import {
  isOutputValue,
  isUnknown,
  isWireList,
  isWireObject,
  plain,
  UNKNOWN,
  type Wire,
  type WireObject,
} from "../wire";

/** A value together with the resources it comes from. */
export interface Tracked {
  /** Left out for a property that is not given. */
  readonly value: Wire | undefined;
  readonly dependencies: readonly string[];
}

/** A value that comes from no resource. */
export function given(value: Wire | undefined): Tracked {
  return { value, dependencies: [] };
}

function urnsWithin(value: Wire | undefined): string[] {
  if (isWireList(value)) return value.flatMap(urnsWithin);
  if (!isWireObject(value)) return [];
  const own = isOutputValue(value) && isWireList(value.dependencies) ? value.dependencies : [];
  return [...own.filter((urn) => typeof urn === "string"), ...Object.values(value).flatMap(urnsWithin)];
}

/**
 * A value as a component gets it: dependencies come from the envelopes within it, or else from `dependencies`,
 * which the engine states for a property as a whole.
 */
export function received(value: Wire | undefined, dependencies: readonly string[] = []): Tracked {
  if (value === undefined || value === null) return given(undefined);
  const own = urnsWithin(value);
  return { value: plain(value), dependencies: own.length > 0 ? own : dependencies };
}

/** A list of values. */
export function trackedList(items: readonly Tracked[]): Tracked {
  return {
    value: items.map(({ value }) => value ?? null),
    dependencies: items.flatMap(({ dependencies }) => dependencies),
  };
}

/** Tags laid over each other, the last one on top. Tags that are unknown as a whole make the result unknown. */
export function layered(layers: readonly Tracked[]): Tracked {
  const dependencies = layers.flatMap((layer) => layer.dependencies);
  if (layers.some(({ value }) => isUnknown(value))) return { value: UNKNOWN, dependencies };
  const objects = layers.map(({ value }): WireObject => (isWireObject(value) ? value : {}));
  return { value: Object.assign({}, ...objects) as WireObject, dependencies };
}
