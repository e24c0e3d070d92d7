import type { Criticality } from "./criticality";
import type { DataClass } from "./data-class";

/** What every resource of a stack says about itself. The provider puts it on each as default tags. */
export interface TagContract {
  /** Environment the resource belongs to, such as `prod`. */
  readonly environment: string;
  /** What the resource is part of, as the business names it. */
  readonly service: string;
  /** Who answers for it: a team. A tag is no place for a person's name or address. */
  readonly owner: string;
  /** Where its cost is booked. */
  readonly costCenter: string;
  /** How much the business depends on it. */
  readonly criticality: Criticality;
  /** The most sensitive data it may hold. */
  readonly dataClass: DataClass;
}

/** The tag contract by AWS tag key, in the order people read it. */
export interface ContractTags {
  readonly Environment: string;
  readonly Service: string;
  readonly Owner: string;
  readonly CostCenter: string;
  readonly Criticality: Criticality;
  readonly DataClass: DataClass;
  readonly ManagedBy: "Pulumi";
}

/**
 * Limits that hold for user-defined tags of every service.
 *
 * Source: https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
 */
const limits = { tags: 50, keyLength: 128, valueLength: 256 };

/** Letters, digits, spaces and a few marks, in any script. */
const allowedCharacters = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const allowedInWords = "letters, digits, spaces and _ . : / = + - @";

/**
 * Default tags that carry a tag contract.
 *
 * @throws Error naming every tag that AWS would refuse
 */
export function contractTags(contract: TagContract): ContractTags {
  const tags: ContractTags = {
    Environment: contract.environment,
    Service: contract.service,
    Owner: contract.owner,
    CostCenter: contract.costCenter,
    Criticality: contract.criticality,
    DataClass: contract.dataClass,
    ManagedBy: "Pulumi",
  };
  const mistakes = tagMistakes({ ...tags });
  if (mistakes.length > 0) throw new Error(`tags that AWS refuses:\n${mistakes.join("\n")}`);
  return tags;
}

/** Says of every tag that AWS would refuse what is wrong with it; empty where all are fine. */
export function tagMistakes(tags: Readonly<Record<string, string>>): readonly string[] {
  const entries = Object.entries(tags);
  const mistakes = entries.flatMap(([key, value]) => [
    ...keyMistakes(key),
    ...tagValueMistakes(value).map((mistake) => `tag "${key}": ${mistake}`),
  ]);
  if (entries.length > limits.tags) {
    mistakes.push(`${entries.length} tags; a resource carries at most ${limits.tags}`);
  }
  return mistakes;
}

/** Says why AWS, or the tag contract, would refuse a tag's value; empty where it is fine. */
export function tagValueMistakes(value: string): readonly string[] {
  const mistakes: string[] = [];
  if (value.trim() === "") mistakes.push("the value is empty; a tag that says nothing is not accepted");
  if (value.length > limits.valueLength) {
    mistakes.push(`the value has ${value.length} characters; at most ${limits.valueLength} are allowed`);
  }
  if (!allowedCharacters.test(value)) mistakes.push(`the value "${value}" may hold only ${allowedInWords}`);
  return mistakes;
}

function keyMistakes(key: string): readonly string[] {
  const mistakes: string[] = [];
  if (key === "" || key.length > limits.keyLength) {
    mistakes.push(`tag "${key}": the key has ${key.length} characters; 1 to ${limits.keyLength} are allowed`);
  }
  if (!allowedCharacters.test(key)) mistakes.push(`tag "${key}": the key may hold only ${allowedInWords}`);
  if (/^aws:/i.test(key)) mistakes.push(`tag "${key}": keys that begin with "aws:" are AWS's own`);
  return mistakes;
}
