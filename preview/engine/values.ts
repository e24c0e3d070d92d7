import {
  isOutputValue,
  isResourceReference,
  isSecret,
  isUnknown,
  isWireList,
  isWireObject,
  plain,
  secret,
  UNKNOWN,
  type Wire,
  type WireObject,
} from "../../simulator/wire";

/** Dependencies by the property they come through. */
export type PropertyDependencies = Readonly<Record<string, readonly string[]>>;

/** The key that marks an envelope, and the mark of an `Output`. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** Keys of this prefix are between SDK and engine; policies never see them. */
const INTERNAL_PREFIX = "__";

function isEnvelope(value: WireObject): boolean {
  return SIGNATURE in value;
}

function mapProperties(properties: WireObject, change: (value: Wire, key: string) => Wire): WireObject {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, change(value, key)]));
}

/** The URNs on which the outputs within a value depend. */
export function dependenciesWithin(value: Wire | undefined): string[] {
  if (isWireList(value)) return value.flatMap(dependenciesWithin);
  if (!isWireObject(value)) return [];
  const inner = Object.values(value).flatMap(dependenciesWithin);
  const own = isOutputValue(value) && isWireList(value.dependencies) ? value.dependencies : [];
  return [...own.filter((urn) => typeof urn === "string"), ...inner];
}

/** Each value once, in the order first seen. */
export function distinct<T>(values: Iterable<T>): T[] {
  return [...new Set(values)];
}

interface OutputParts {
  readonly value?: Wire;
  readonly secret: boolean;
  readonly dependencies: readonly string[];
}

function outputValue(parts: OutputParts): WireObject {
  return {
    [SIGNATURE]: OUTPUT,
    ...(parts.value !== undefined && { value: parts.value }),
    ...(parts.secret && { secret: true }),
    dependencies: [...parts.dependencies],
  };
}

/** Rewrites secrets and unknown values as the outputs they stand for, which is how transforms see them. */
export function asOutputs(value: Wire): Wire {
  if (isOutputValue(value)) return value;
  if (isSecret(value)) {
    const inner = asOutputs(value.value ?? null);
    return isUnknown(inner)
      ? outputValue({ secret: true, dependencies: [] })
      : outputValue({ value: inner, secret: true, dependencies: [] });
  }
  if (isUnknown(value)) return outputValue({ secret: false, dependencies: [] });
  if (isWireList(value)) return value.map(asOutputs);
  return isWireObject(value) && !isEnvelope(value) ? mapProperties(value, asOutputs) : value;
}

/** Marks each property with what it depends on, unless its outputs say so already. */
export function withDependencies(properties: WireObject, dependencies: PropertyDependencies): WireObject {
  return mapProperties(properties, (value, key) => {
    const wanted = dependencies[key] ?? [];
    const present = new Set(dependenciesWithin(value));
    if (wanted.every((urn) => present.has(urn))) return value;
    if (!isOutputValue(value)) return outputValue({ value, secret: false, dependencies: distinct(wanted) });
    const own = isWireList(value.dependencies) ? value.dependencies : [];
    return { ...value, dependencies: distinct([...own, ...wanted]) };
  });
}

/** Replaces references to resources by what a provider or policy without references gets: the id, or a component's URN. */
export function withoutReferences(value: Wire): Wire {
  if (isWireList(value)) return value.map(withoutReferences);
  if (!isWireObject(value)) return value;
  if (!isResourceReference(value)) return mapProperties(value, withoutReferences);
  const id = plain(value.id ?? value.urn ?? null);
  return id === "" ? UNKNOWN : id;
}

/** Drops the keys that only SDK and engine use, at any depth. */
export function withoutInternalKeys(properties: WireObject): WireObject {
  const kept = Object.entries(properties).filter(([key]) => !key.startsWith(INTERNAL_PREFIX));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutInternalWithin(value)]));
}

function withoutInternalWithin(value: Wire): Wire {
  if (isWireList(value)) return value.map(withoutInternalWithin);
  return isWireObject(value) ? withoutInternalKeys(value) : value;
}

/** Applies a change of values to every property. */
export function changeProperties(properties: WireObject, change: (value: Wire) => Wire): WireObject {
  return mapProperties(properties, change);
}

function containsSecret(value: Wire | undefined): boolean {
  if (isSecret(value)) return true;
  if (isWireList(value)) return value.some(containsSecret);
  return isWireObject(value) && Object.values(value).some(containsSecret);
}

/** The texts inside of secrets, at whatever depth. */
function secretTexts(value: Wire | undefined, within = false): readonly string[] {
  if (typeof value === "string") return within && value !== "" ? [value] : [];
  if (isWireList(value)) return value.flatMap((item) => secretTexts(item, within));
  if (!isWireObject(value)) return [];
  return Object.values(value).flatMap((item) => secretTexts(item, within || isSecret(value)));
}

/** Makes every text secret that is one of the given. */
function hide(value: Wire, texts: ReadonlySet<string>): Wire {
  if (typeof value === "string") return texts.has(value) ? secret(value) : value;
  if (isWireList(value)) return value.map((item) => hide(item, texts));
  return isPlainObject(value) ? mapProperties(value, (item) => hide(item, texts)) : value;
}

/**
 * Gives back to `answer` the secrets of `asked`. The AWS provider knows no secrets, so the engine marks every property
 * of its answers that held one in the question. What the provider derives from a secret under another name, such as
 * `tagsAll` from `tags`, is as secret.
 */
export function keepSecrets(answer: WireObject, asked: WireObject): WireObject {
  const texts = new Set(secretTexts(asked));
  const kept = (values: WireObject, question: WireObject): WireObject =>
    mapProperties(values, (value, key) => {
      const before = question[key];
      if (before === undefined) return hide(value, texts);
      if (isPlainObject(value) && isPlainObject(before)) return kept(value, before);
      return containsSecret(before) ? secret(value) : value;
    });
  return kept(answer, asked);
}

function isPlainObject(value: Wire): value is WireObject {
  return isWireObject(value) && !isEnvelope(value);
}

/** Makes the named outputs secret, for `additionalSecretOutputs`. */
export function withSecrets(outputs: WireObject, names: readonly string[]): WireObject {
  return mapProperties(outputs, (value, key) => (names.includes(key) ? secret(value) : value));
}
