import { allowedWords, type JsonSchema, jsonSchemaOf, schemaAt } from "./json-schema";
import { type Program, programs, settingsOf } from "./settings";

/** One value that a stack's file may hold. */
export interface ReferenceEntry {
  /** Full key, then the way within it: `platform:network.zones[].id`. */
  readonly key: string;
  /** Programs whose stacks say it. */
  readonly programs: readonly Program[];
  /** What it means. */
  readonly meaning: string;
  /** Values that are accepted. */
  readonly allowed: string;
  /** Unit of a number; nothing where it has none. */
  readonly unit: string | undefined;
  /** Value where the file says nothing, as it would be written; nothing where there is none. */
  readonly default: string | undefined;
  /** Whether a stack's file, or the project's, has to say it. */
  readonly required: boolean;
}

/** Every value that a stack's file may hold, in the order of the schemas; what both programs say comes once. */
export function configurationReference(): readonly ReferenceEntry[] {
  const entries = new Map<string, ReferenceEntry>();
  for (const program of programs) {
    for (const entry of members(jsonSchemaOf(settingsOf[program].schema), "", program)) {
      const known = entries.get(entry.key);
      entries.set(entry.key, known === undefined ? entry : joined(known, entry));
    }
  }
  return [...entries.values()];
}

/** The reference as text for a terminal. */
export function explainConfiguration(): string {
  return configurationReference().map(describe).join("\n\n") + "\n";
}

/**
 * JSON Schema of a stack's file (`Pulumi.<stack>.yaml`) for editors. Nothing is required in it, since project defaults
 * come from another file.
 */
export function configurationJsonSchema(program: Program): object {
  const { properties } = jsonSchemaOf(settingsOf[program].schema);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: `Configuration of a stack of the ${program} program`,
    type: "object",
    properties: {
      config: {
        type: "object",
        properties,
        patternProperties: { "^pulumi:": {} },
        additionalProperties: false,
      },
      environment: { description: "Pulumi ESC environments that configuration is imported from." },
      secretsprovider: { type: "string" },
      encryptedkey: { type: "string" },
      encryptionsalt: { type: "string" },
    },
    additionalProperties: false,
  };
}

function members(schema: JsonSchema, before: string, program: Program): readonly ReferenceEntry[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const key = before === "" ? name : `${before}.${name}`;
    const required = schema.required?.includes(name) ?? false;
    return [entryOf(key, member, required, program), ...within(member, key, program)];
  });
}

function within(schema: JsonSchema, key: string, program: Program): readonly ReferenceEntry[] {
  const variants = (schema.oneOf ?? schema.anyOf ?? []).flatMap((variant) => members(variant, key, program));
  const item = schemaAt(schema, [0]);
  const items = item === undefined ? [] : members(item, `${key}[]`, program);
  return [...members(schema, key, program), ...items, ...variants];
}

function entryOf(key: string, schema: JsonSchema, required: boolean, program: Program): ReferenceEntry {
  const standard = schema.default === undefined ? undefined : JSON.stringify(schema.default);
  return {
    key,
    programs: [program],
    meaning: schema.description ?? "",
    allowed: allowedWords(schema),
    unit: schema.unit,
    default: standard,
    required,
  };
}

/** What two programs say about one key; where they accept different values, both are named. */
function joined(one: ReferenceEntry, other: ReferenceEntry): ReferenceEntry {
  const allowed = one.allowed === other.allowed ? one.allowed : `${one.allowed}, ${other.allowed}`;
  return { ...one, programs: [...one.programs, ...other.programs], allowed };
}

function describe(entry: ReferenceEntry): string {
  return [
    `${entry.key}  (${entry.programs.join(", ")})`,
    `    ${entry.meaning}`,
    `    allowed: ${entry.allowed}`,
    `    default: ${entry.default ?? (entry.required ? "none; it has to be said" : "none; it may be left out")}`,
  ].join("\n");
}
