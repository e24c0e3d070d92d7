import { AwsError } from "./aws-error";
import { RESOURCE_TYPES } from "./resource-types";
import { textOf, type Created, type Reference, type ResourceType } from "./resource-types/definition";
import { isUnknown, isWireList, type Wire, type WireObject } from "./wire";
import type { World, WorldResource } from "./world";

function valuesOf(value: Wire | undefined): string[] {
  if (isUnknown(value)) return [];
  const values = isWireList(value) ? value : [value];
  return values.map((item) => textOf(item)).filter((text) => text !== "");
}

/** A reference may give an id or an ARN. */
function isMeant(resource: WorldResource, reference: Reference, value: string): boolean {
  return (
    reference.types.includes(resource.type) && (resource.id === value || resource.attributes.arn === value)
  );
}

/** Refuses inputs that name resources which do not exist. */
export function refuseDanglingReferences(definition: ResourceType, { inputs, world }: Created): void {
  for (const [property, reference] of Object.entries(definition.references ?? {})) {
    for (const value of valuesOf(inputs[property])) {
      const exists = world.resources.some((resource) => isMeant(resource, reference, value));
      if (exists || reference.except?.test(value) === true) continue;
      throw new AwsError(reference.missing, `${property} names ${value}, which does not exist`);
    }
  }
}

interface Holder {
  readonly id: string;
  readonly property: string;
  readonly code: string;
}

function holdersOf(world: World, target: WorldResource): Holder[] {
  return world.resources.flatMap((resource) => {
    if (resource === target || resource.madeWith === target.id) return [];
    const references = Object.entries(RESOURCE_TYPES.get(resource.type)?.references ?? {});
    return references.flatMap(([property, reference]) => {
      const names = valuesOf(resource.attributes[property]).some((value) =>
        isMeant(target, reference, value),
      );
      return names && reference.holds !== undefined
        ? [{ id: resource.id, property, code: reference.holds }]
        : [];
    });
  });
}

/** Words by which services say that a resource must not be deleted, with the code of their refusal. */
const PROTECTIONS: readonly (readonly [property: string, value: Wire, code: string])[] = [
  ["deletionProtection", true, "InvalidParameterCombination"],
  ["deletionProtection", "ACTIVE", "InvalidRequestException"],
  ["deletionProtectionEnabled", true, "ValidationException"],
  ["enableDeletionProtection", true, "OperationNotPermitted"],
  ["disableApiTermination", true, "OperationNotPermitted"],
];

function protectionOf(attributes: WireObject): (typeof PROTECTIONS)[number] | undefined {
  return PROTECTIONS.find(([property, value]) => attributes[property] === value);
}

/** Refuses to delete what others need or what is protected. */
export function refuseDeletion(world: World, target: WorldResource): void {
  RESOURCE_TYPES.get(target.type)?.refuseDeletion?.(target.attributes);
  const protection = protectionOf(target.attributes);
  if (protection !== undefined) {
    const [property, value, code] = protection;
    throw new AwsError(
      code,
      `${target.id} has ${property} ${JSON.stringify(value)}; take it off before deleting`,
    );
  }
  const holders = holdersOf(world, target);
  const [first] = holders;
  if (first === undefined) return;
  const named = holders.map(({ id, property }) => `${id} (${property})`).join(", ");
  throw new AwsError(first.code, `${target.id} is in use by ${named}; delete these first`);
}
