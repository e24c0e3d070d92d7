import { known, type View } from "../reading/view";

/** What is known of inputs that are not known as a whole: by URN, then by property. */
export type KnownParts = ReadonlyMap<string, Readonly<Record<string, View>>>;

/**
 * Whether a resource is a component that tells what a program knows, before a deployment, of inputs that are not known as
 * a whole: `resources` is a list of `urn` and `inputs`. A URN in such an input stands for the id of that resource.
 */
export function tellsKnownParts(type: string): boolean {
  return type.endsWith(":KnownParts");
}

/** What such components tell. */
export function knownPartsOf(
  resources: Iterable<{ readonly type: string; readonly props: View }>,
): KnownParts {
  const told = new Map<string, Readonly<Record<string, View>>>();
  for (const { type, props } of resources) {
    if (!tellsKnownParts(type)) continue;
    for (const entry of props.at("resources").items()) {
      const urn = known(entry.at("urn").string());
      const inputs = entry.at("inputs");
      if (urn !== undefined)
        told.set(urn, Object.fromEntries(inputs.keys().map((name) => [name, inputs.child(name)])));
    }
  }
  return told;
}
