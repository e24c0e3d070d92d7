import { covers } from "../reading/patterns";

/** What is asked of one tag key, everywhere or in some stacks. */
interface TagTerms {
  /** Every taggable resource carries the key (or every one of `types`). */
  readonly required?: boolean;
  /** Only these values. */
  readonly values?: readonly string[];
  /** Regular expression that the whole value matches. */
  readonly pattern?: string;
  /** Shortest value, in characters. */
  readonly minLength?: number;
  /** Longest value, in characters. */
  readonly maxLength?: number;
  /** The case of the value's letters. */
  readonly letters?: "lower" | "upper";
  /** The value is the name of the stack, or of the project. */
  readonly equals?: "stack" | "project";
  /** Most different values that the resources of a stack may have. */
  readonly mostValues?: number;
  /** Other spellings of the key that people use by mistake. Spellings that differ by case or separators need no mention. */
  readonly aliases?: readonly string[];
  /** Type tokens that the requirement is for. */
  readonly types?: readonly string[];
  /** The value that remediation gives where the key is missing. */
  readonly default?: string;
  /** By value: names of controls that are mandatory for resources with it, where they are on at all. */
  readonly mandatory?: Readonly<Record<string, readonly string[]>>;
}

/** The rule of one tag key. */
export interface TagRule extends TagTerms {
  /** Other terms in some stacks, by their names; `*` stands for any characters, and the first that fits counts. */
  readonly stacks?: Readonly<Record<string, TagTerms>>;
}

/** What an organisation asks of tags: the rule of each key. */
export type TagContract = Readonly<Record<string, TagRule>>;

const words = { type: "array" as const, items: { type: "string" as const }, minItems: 1 };

const length = { type: "integer" as const, minimum: 1, maximum: 256 };

const terms = {
  required: {
    type: "boolean" as const,
    description: "Every taggable resource (or every one of types) carries it.",
  },
  values: { ...words, description: "Only these values." },
  pattern: {
    type: "string" as const,
    format: "regex",
    description: "Regular expression that the whole value matches.",
  },
  minLength: { ...length, description: "Shortest value, in characters." },
  maxLength: { ...length, description: "Longest value, in characters." },
  letters: {
    type: "string" as const,
    enum: ["lower", "upper"],
    description: "The case of the value's letters.",
  },
  equals: {
    type: "string" as const,
    enum: ["stack", "project"],
    description: "The value is the name of the stack, or of the project.",
  },
  mostValues: {
    type: "integer" as const,
    minimum: 1,
    description: "Most different values that the resources of a stack may have.",
  },
  mandatory: {
    type: "object" as const,
    additionalProperties: words,
    description:
      "By value: names of controls that are mandatory for resources with it, where they are on at all.",
  },
  aliases: { ...words, description: "Other spellings of the key that are mistakes." },
  default: {
    type: "string" as const,
    maxLength: 256,
    description:
      "Value that the level remediate gives where the key is missing; without it nothing is added.",
  },
  types: {
    ...words,
    description: "Type tokens that the requirement is for; all taggable types without it.",
  },
};

/** JSON schema of a tag contract. */
export const tagContractSchema = {
  type: "object" as const,
  description: "What is asked of tags: a rule for each key.",
  additionalProperties: {
    type: "object" as const,
    properties: {
      ...terms,
      stacks: {
        type: "object" as const,
        additionalProperties: { type: "object" as const, properties: terms, additionalProperties: false },
        description: "Other terms in some stacks, by their names; * stands for any characters.",
      },
    },
    additionalProperties: false,
  },
};

/** The contract as it is in one stack. */
export function contractIn(contract: TagContract, stack: string): TagContract {
  const rules = Object.entries(contract).map(([key, { stacks = {}, ...rule }]) => {
    const [, own = {}] = Object.entries(stacks).find(([names]) => covers(names, stack)) ?? [];
    return [key, { ...rule, ...own }] as const;
  });
  return Object.fromEntries(rules);
}

/** The controls that are mandatory for a resource because of what its tags say. */
export function mandatoryFor(contract: TagContract, tags: ReadonlyMap<string, string>): readonly string[] {
  return Object.entries(contract).flatMap(
    ([key, { mandatory = {} }]) => mandatory[tags.get(key) ?? ""] ?? [],
  );
}

/** The keys that are required of a type: of every type, or of this one by name. */
export function requiredKeys(contract: TagContract, type?: string): readonly string[] {
  return Object.entries(contract)
    .filter(([, rule]) => rule.required === true)
    .filter(([, rule]) =>
      type === undefined ? rule.types === undefined : rule.types?.includes(type) === true,
    )
    .map(([key]) => key);
}
