import { Struct } from "google-protobuf/google/protobuf/struct_pb";

/** A property value as it travels between program, engine and provider: the JSON of a protobuf `Value`. */
export type Wire = null | boolean | number | string | readonly Wire[] | WireObject;

/** Properties by name, as the JSON of a protobuf `Struct`. */
export interface WireObject {
  readonly [key: string]: Wire;
}

/** What a preview sends for a value that only an update can know. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The sentinels of typed unknowns: string, boolean, number, array, asset, archive, object. */
const UNKNOWNS: ReadonlySet<string> = new Set([
  UNKNOWN,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** The key that marks an object as an envelope; its value says of which kind. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e";
const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** Whether a value is an object with properties: no array, no null. Envelopes are objects too. */
export function isWireObject(value: Wire | undefined): value is WireObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a list. */
export function isWireList(value: Wire | undefined): value is readonly Wire[] {
  return Array.isArray(value);
}

function isEnvelope(value: Wire | undefined, kind: string): value is WireObject {
  return isWireObject(value) && value[SIGNATURE] === kind;
}

/** Whether the value itself will be known only after an update. A list with one unknown element is not unknown. */
export function isUnknown(value: Wire | undefined): boolean {
  if (isEnvelope(value, OUTPUT)) return !("value" in value) || isUnknown(value.value);
  if (isEnvelope(value, SECRET)) return isUnknown(value.value);
  return typeof value === "string" && UNKNOWNS.has(value);
}

/** Whether the value or anything within it is unknown. */
export function containsUnknown(value: Wire | undefined): boolean {
  if (isUnknown(value)) return true;
  if (isWireList(value)) return value.some(containsUnknown);
  return isWireObject(value) && Object.values(value).some(containsUnknown);
}

/** Whether a value is wrapped as a secret. */
export function isSecret(value: Wire | undefined): value is WireObject {
  return isEnvelope(value, SECRET) || (isEnvelope(value, OUTPUT) && value.secret === true);
}

/** Wraps a value as a secret; a value that is one already stays as it is. */
export function secret(value: Wire): WireObject {
  return isSecret(value) ? value : { [SIGNATURE]: SECRET, value };
}

/** Whether a value refers to a resource. */
export function isResourceReference(value: Wire | undefined): value is WireObject {
  return isEnvelope(value, RESOURCE);
}

/** A reference to a resource: `id` is left out for components and {@link UNKNOWN} while it does not exist. */
export function resourceReference(urn: string, id?: string, version?: string): WireObject {
  return {
    [SIGNATURE]: RESOURCE,
    urn,
    ...(id !== undefined && { id }),
    ...(version !== undefined && { packageVersion: version }),
  };
}

/** Whether a value is the envelope of an `Output` with its dependencies. */
export function isOutputValue(value: Wire | undefined): value is WireObject {
  return isEnvelope(value, OUTPUT);
}

/** Applies `change` to every element of a list or object, and returns anything else as it is. */
function mapWithin(value: Wire, change: (value: Wire) => Wire): Wire {
  if (isWireList(value)) return value.map(change);
  if (!isWireObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)]));
}

/** Replaces the envelopes of outputs by what they hold: their value, {@link UNKNOWN}, or a secret of either. */
export function plain(value: Wire): Wire {
  if (!isOutputValue(value)) return mapWithin(value, plain);
  const inner = plain(value.value ?? ("value" in value ? null : UNKNOWN));
  return value.secret === true ? secret(inner) : inner;
}

/** {@link plain} for properties. */
export function plainProperties(properties: WireObject): WireObject {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, plain(value)]));
}

/** Puts the id of a resource, or the URN of one that has none, in the place of every reference to it. */
export function withoutReferences(value: Wire): Wire {
  if (isResourceReference(value)) return value.id ?? value.urn ?? null;
  return mapWithin(value, withoutReferences);
}

/** Takes the envelope off every secret, at any depth. */
export function revealSecrets(value: Wire): Wire {
  if (isOutputValue(value)) return revealSecrets(plain(value));
  if (isSecret(value)) return revealSecrets(value.value ?? null);
  return mapWithin(value, revealSecrets);
}

/** For people to read: secrets become `[secret]`, unknown values `[unknown]`. */
export function maskSecrets(value: Wire): Wire {
  if (isSecret(value)) return "[secret]";
  if (isUnknown(value)) return "[unknown]";
  return isOutputValue(value) ? maskSecrets(plain(value)) : mapWithin(value, maskSecrets);
}

/** Encodes properties for gRPC. */
export function toStruct(properties: WireObject): Struct {
  // google-protobuf's own JSON type is the same one, but with mutable arrays and objects.
  return Struct.fromJavaScript(properties);
}

/** Decodes properties from gRPC; no message means no properties. */
export function fromStruct(struct: Struct | undefined): WireObject {
  return struct === undefined ? {} : struct.toJavaScript();
}
