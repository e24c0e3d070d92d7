import { isUnknown } from "../../../policy-pack/reading/sentinels";
import { View } from "../../../policy-pack/reading/view";
import { tellsKnownParts } from "../../../policy-pack/stack/known-parts";
import type { Props } from "../support/pack-messages";
import type { SeenResource } from "./seen";
import { type Change, changesOf, documentChanges } from "./values";

/** One thing that is wrong with a program that was right. */
export interface Spoiling {
  /** What is wrong, in words that are the same for every resource of the type. */
  readonly what: Change["what"] | "resource removed";
  readonly type: string;
  /** The property, with `[]` for any element of a list; empty for a resource that is gone. */
  readonly path: string;
  /** The resource that is spoilt. */
  readonly urn: string;
  readonly spoil: (stack: readonly SeenResource[]) => readonly SeenResource[];
}

/** Properties that name a thing, describe it or order it: nothing is wrong with another value. */
const INDIFFERENT = /(^|\.)(name|description|tags|tagsAll|comment|label|title|__defaults)(\.|$)/i;

/** One spoiling of each kind for each property of each type, and the loss of one resource of each type and place. */
export function spoilingsOf(stack: readonly SeenResource[]): readonly Spoiling[] {
  const kept = new Map<string, Spoiling>();
  for (const resource of stack) {
    for (const spoiling of [...ofProperties(resource, stack), ...ofResource(resource, stack)]) {
      const key = `${spoiling.type} ${spoiling.path} ${spoiling.what}`;
      if (!kept.has(key)) kept.set(key, spoiling);
    }
  }
  return [...kept.values()];
}

function ofResource(resource: SeenResource, stack: readonly SeenResource[]): readonly Spoiling[] {
  if (!resource.type.startsWith("aws:")) return [];
  const parent = stack.find(({ urn }) => urn === resource.parent)?.type ?? "the stack";
  const spoil = (): readonly SeenResource[] =>
    stack.filter(({ urn }) => urn !== resource.urn).map((other) => without(other, resource.urn));
  const what = "resource removed" as const;
  return [{ what, type: resource.type, path: `of ${parent}`, urn: resource.urn, spoil }];
}

/** A resource that does not depend on one that is gone; what it was computed from that one is not known. */
function without(resource: SeenResource, gone: string): SeenResource {
  const dependencies = Object.entries(resource.propertyDependencies).map(([name, urns]) => [
    name,
    urns.filter((urn) => urn !== gone),
  ]);
  return {
    ...resource,
    dependencies: resource.dependencies.filter((urn) => urn !== gone),
    propertyDependencies: Object.fromEntries(dependencies) as SeenResource["propertyDependencies"],
  };
}

function ofProperties(resource: SeenResource, stack: readonly SeenResource[]): readonly Spoiling[] {
  if (tellsKnownParts(resource.type)) return ofKnownParts(resource, stack);
  if (!resource.type.startsWith("aws:")) return [];
  return Object.entries(resource.inputs)
    .filter(([name]) => !INDIFFERENT.test(name))
    .flatMap(([name, value]) =>
      changesOf(value, name).map((change) => ({
        ...{ what: change.what, type: resource.type, path: change.path, urn: resource.urn },
        spoil: replacing(resource, stack, name, change.value),
      })),
    );
}

/** Documents that are rendered from several values stand, as far as they are known, in a component of their own. */
function ofKnownParts(holder: SeenResource, stack: readonly SeenResource[]): readonly Spoiling[] {
  const all = holder.inputs.resources;
  if (!Array.isArray(all)) return [];
  // What the component tells: a URN, and inputs by name.
  const entries = all as readonly { readonly urn: unknown; readonly inputs: Props }[];
  return entries.flatMap(({ urn, inputs }, position) => {
    const resource = stack.find((each) => each.urn === urn);
    if (!resource || typeof inputs !== "object") return [];
    // What the resource itself shows whole is spoilt there.
    const told = Object.entries(inputs).filter(([name]) =>
      new View(resource.inputs[name], name).firstUnknown(),
    );
    return told.flatMap(([name, value]) =>
      documentChanges(value, name).map((change) => {
        const entry = { urn, inputs: { ...inputs, [name]: change.value } };
        const resources = all.map((each: unknown, place) => (place === position ? entry : each));
        return {
          ...{ what: change.what, type: resource.type, path: change.path, urn: resource.urn },
          spoil: replacing(holder, stack, "resources", resources),
        };
      }),
    );
  });
}

function replacing(resource: SeenResource, stack: readonly SeenResource[], name: string, value: unknown) {
  const set = (props: Props): Props => {
    const rest = Object.entries(props).filter(([key]) => key !== name);
    return Object.fromEntries(value === undefined ? rest : [...rest, [name, value]]);
  };
  return (): readonly SeenResource[] =>
    stack.map((each) => {
      if (each.urn !== resource.urn) return each;
      const isEchoed = name in each.outputs && !isUnknown(each.outputs[name]);
      const dependencies = Object.entries(each.propertyDependencies).filter(
        ([key]) => key !== name || value !== undefined,
      );
      return {
        ...each,
        inputs: set(each.inputs),
        outputs: isEchoed ? set(each.outputs) : each.outputs,
        propertyDependencies: Object.fromEntries(dependencies),
      };
    });
}
