import { AUTO_SCALING_GROUP, defaultTags, tagsOf } from "../aws/tags";
import type { Remediable } from "../registry/control";
import type { TagContract } from "../settings/tag-contract";
import { holdsFiles, type RawProps, unwrapped } from "./raw-props";

type RawMap = Readonly<Record<string, unknown>>;

function isMap(value: unknown): value is RawMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a program leaves the tag to others: then it has to be left alone here, too. */
function isIgnored(ignoreChanges: readonly string[], key: string): boolean {
  const places = ["*", "tags", "tagsAll"].flatMap((place) => [
    place,
    ...[`.${key}`, `["${key}"]`, `['${key}']`].map((step) => `${place}${step}`),
  ]);
  return ignoreChanges.some((path) => places.includes(path));
}

/** The tags that are missing and that the contract has a value for; nothing where it cannot be told which are missing. */
function missingTags(
  subject: Remediable,
  keys: readonly string[],
  contract: TagContract,
): RawMap | undefined {
  const { byKey, open } = tagsOf(subject);
  if (open) return undefined;
  const missing = keys.flatMap((key): [string, string][] => {
    const value = contract[key]?.default;
    const isTheirs = byKey.has(key) || isIgnored(subject.ignoreChanges, key);
    return value === undefined || isTheirs ? [] : [[key, value]];
  });
  return missing.length === 0 ? undefined : Object.fromEntries(missing);
}

function withListed(raw: RawProps, missing: RawMap): RawProps | undefined {
  const { value = [], wrap } = unwrapped(raw.tags);
  if (!Array.isArray(value)) return undefined;
  const added = Object.entries(missing).map(([key, tag]) => ({ key, value: tag, propagateAtLaunch: true }));
  return { ...raw, tags: wrap([...(value as readonly unknown[]), ...added]) };
}

/** Default tags as far as the provider's settings tell them; they are text to Pulumi. */
function providerTags({ provider }: Remediable): RawMap {
  const tags = provider && defaultTags(provider);
  const entries = (tags?.keys() ?? []).map((key) => [key, tags?.child(key).string()] as const);
  return Object.fromEntries(
    entries.flatMap(([key, reading]) => (reading?.state === "known" ? [[key, reading.value]] : [])),
  );
}

/** Both inputs together: the engine does not ask the provider again, and `tagsAll` would lag behind `tags`. */
function withMapped(subject: Remediable, missing: RawMap): RawProps | undefined {
  const { raw } = subject;
  const { value: own = {}, wrap: wrapOwn } = unwrapped(raw.tags);
  if (!isMap(own)) return undefined;
  const { value: all = { ...providerTags(subject), ...own }, wrap: wrapAll } = unwrapped(raw.tagsAll);
  if (!isMap(all)) return undefined;
  return { ...raw, tags: wrapOwn({ ...own, ...missing }), tagsAll: wrapAll({ ...all, ...missing }) };
}

/**
 * The inputs with the tags that are missing, where the contract has values for them; nothing where there is nothing to add, or
 * where it cannot be done without guessing.
 *
 * @param keys - Keys that are required of the resource.
 */
export function withRequiredTags(
  subject: Remediable,
  keys: readonly string[],
  contract: TagContract,
): RawProps | undefined {
  const missing = missingTags(subject, keys, contract);
  if (missing === undefined || holdsFiles(subject.raw)) return undefined;
  return subject.type === AUTO_SCALING_GROUP
    ? withListed(subject.raw, missing)
    : withMapped(subject, missing);
}
