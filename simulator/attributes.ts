import { arnOf, digest, partitionOf } from "./identity";
import type { Shape } from "./installed-sdk";
import { textOf, type Created } from "./resource-types/definition";
import { isRegional, type TypeKnowledge } from "./type-knowledge";
import { UNKNOWN, type Wire, type WireObject } from "./wire";

const EMPTY: Readonly<Record<Exclude<Shape, "string">, Wire>> = {
  boolean: false,
  number: 0,
  list: [],
  map: {},
  object: {},
};

/** Attributes that AWS fills in and the inputs do not give, by what they hold. */
export function assignedBeyond(knowledge: TypeKnowledge, inputs: WireObject): Map<string, Shape> {
  const assigned = [...(knowledge.facts?.assigned ?? [])];
  return new Map(
    assigned.filter(([name]) => inputs[name] === undefined && name !== "tagsAll" && name !== "id"),
  );
}

/** The ARN of a type that has no entry in the tables: service and kind are taken from the token. */
function guessedArn(created: Created, knowledge: TypeKnowledge): string {
  const [service = "", kind = ""] = (created.type.split(":")[1] ?? "").split("/");
  return arnOf({
    partition: partitionOf(created.settings.region).name,
    service,
    region: isRegional(knowledge) ? created.settings.region : "",
    accountId: created.settings.accountId,
    resource: `${kind}/${created.id}`,
  });
}

/** A text whose form suits the attribute's name, for types without an entry in the tables. */
function guessedText(name: string, created: Created, knowledge: TypeKnowledge): string {
  const hex = digest(`${created.urn}#${created.generation}${name}`, 17);
  const stem = textOf(created.inputs.name) || created.id;
  if (/arn$/i.test(name)) return guessedArn(created, knowledge);
  if (/(endpoint|dnsname|domainname|address|hostname)$/i.test(name)) {
    return `${stem}.${hex.slice(0, 12)}.${created.settings.region}.amazonaws.com`.toLowerCase();
  }
  if (/ur[li]$/i.test(name)) return `https://${hex.slice(0, 12)}.${created.settings.region}.amazonaws.com`;
  return /id$/i.test(name) ? hex : "";
}

/** The attributes of a type that no table describes. */
function guessedAttributes(created: Created, knowledge: TypeKnowledge): WireObject {
  const entries = [...assignedBeyond(knowledge, created.inputs)].map(([name, shape]): [string, Wire] => [
    name,
    shape === "string" ? guessedText(name, created, knowledge) : EMPTY[shape],
  ]);
  return Object.fromEntries(entries);
}

/** What AWS assigns to a created resource, apart from what the program gave. */
export function assignedAttributes(created: Created, knowledge: TypeKnowledge): WireObject {
  const { definition } = knowledge;
  if (definition === undefined) return guessedAttributes(created, knowledge);
  const empty = [...assignedBeyond(knowledge, created.inputs)].map(([name, shape]): [string, Wire] => [
    name,
    shape === "string" ? "" : EMPTY[shape],
  ]);
  const tags: WireObject = knowledge.facts?.assigned.has("tagsAll") === true ? { tagsAll: {} } : {};
  return {
    ...tags,
    ...Object.fromEntries(empty),
    ...definition.computed?.(created),
    ...(definition.arn && { arn: definition.arn(created) }),
  };
}

/** What a preview of a creation cannot know. */
export function unknownAttributes(created: Created, knowledge: TypeKnowledge): WireObject {
  const { definition } = knowledge;
  const names = new Set([
    ...assignedBeyond(knowledge, created.inputs).keys(),
    ...(knowledge.facts === undefined ? Object.keys(definition?.computed?.(created) ?? {}) : []),
    ...(definition?.arn || knowledge.facts === undefined ? ["arn"] : []),
  ]);
  return Object.fromEntries([...names].map((name) => [name, UNKNOWN]));
}
