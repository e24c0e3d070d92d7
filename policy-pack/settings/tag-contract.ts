/** What is asked of one tag key. */
export interface TagRule {
  /** Every taggable resource carries the key (or every one of `types`). */
  readonly required?: boolean;
  /** Only these values. */
  readonly values?: readonly string[];
  /** Regular expression that the whole value matches. */
  readonly pattern?: string;
  /** Longest value, in characters. */
  readonly maxLength?: number;
  /** Other spellings of the key that people use by mistake. Spellings that differ by case or separators need no mention. */
  readonly aliases?: readonly string[];
  /** Type tokens that the requirement is for. */
  readonly types?: readonly string[];
  /** The value that remediation gives where the key is missing. */
  readonly default?: string;
}

/** What an organisation asks of tags: the rule of each key. */
export type TagContract = Readonly<Record<string, TagRule>>;

const words = { type: "array" as const, items: { type: "string" as const }, minItems: 1 };

/** JSON schema of a tag contract. */
export const tagContractSchema = {
  type: "object" as const,
  description: "What is asked of tags: a rule for each key.",
  additionalProperties: {
    type: "object" as const,
    properties: {
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
      maxLength: {
        type: "integer" as const,
        minimum: 1,
        maximum: 256,
        description: "Longest value, in characters.",
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
    },
    additionalProperties: false,
  },
};

/** The keys that are required of a type: of every type, or of this one by name. */
export function requiredKeys(contract: TagContract, type?: string): readonly string[] {
  return Object.entries(contract)
    .filter(([, rule]) => rule.required === true)
    .filter(([, rule]) =>
      type === undefined ? rule.types === undefined : rule.types?.includes(type) === true,
    )
    .map(([key]) => key);
}
