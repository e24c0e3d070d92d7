import type { InstalledSdk, TypeFacts } from "./installed-sdk";
import { RESOURCE_TYPES } from "./resource-types";
import { AUTONAMES } from "./resource-types/autonames";
import type { Autoname, ResourceType } from "./resource-types/definition";

/** Everything known about a type: its table entry, and what the installed SDK tells. */
export interface TypeKnowledge {
  /** Missing for a type that only the generic answer can serve. */
  readonly definition: ResourceType | undefined;
  /** Missing when the SDK is not installed or has no such type. */
  readonly facts: TypeFacts | undefined;
}

/** Looks a type up in both places. */
export function knowledgeOf(sdk: InstalledSdk, type: string): TypeKnowledge {
  return { definition: RESOURCE_TYPES.get(type), facts: sdk.facts(type) };
}

/** Whether the type carries tags. */
export function isTagged({ facts }: TypeKnowledge): boolean {
  return facts?.assigned.has("tagsAll") ?? false;
}

/** Whether the type exists in one Region. */
export function isRegional({ facts }: TypeKnowledge): boolean {
  return facts?.inputs.has("region") ?? false;
}

/** How the type is named when the program does not, if at all. */
export function autonameOf(type: string, { definition, facts }: TypeKnowledge): Autoname | undefined {
  const stated = definition?.autoname ?? AUTONAMES[type];
  if (stated !== undefined) return stated === "none" ? undefined : stated;
  const optional = facts?.inputs.has("name") === true && !facts.required.includes("name");
  return optional && facts.assigned.get("name") === "string"
    ? { property: "name", maxLength: 255 }
    : undefined;
}
