/**
 * The strings that stand on Pulumi's wire for a value that is not known before deployment, one per kind of value:
 * string, boolean, number, array, asset, archive, object.
 */
const SENTINELS: ReadonlySet<unknown> = new Set([
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** Whether a value is one of Pulumi's marks for "not known before deployment". */
export function isUnknown(value: unknown): boolean {
  return SENTINELS.has(value);
}
