import { isYamlMap, type Position, type YamlEntry, type YamlValue } from "./yaml-file";

/** Stands in for an encrypted value, which is never decrypted. */
const SECRET_PLACEHOLDER = "[secret]";

/** One configuration value as the engine hands it to a program. */
export interface ConfigurationValue {
  /** Structured values are JSON text. */
  readonly text: string;
  /** Whether the value, or anything within it, is encrypted in its file. */
  readonly secret: boolean;
  /** What the file says, with placeholders for what is encrypted. */
  readonly content: YamlValue;
  readonly position: Position;
}

/** Configuration by full key, `namespace:name`. */
export type Configuration = ReadonlyMap<string, ConfigurationValue>;

/** What `Pulumi.yaml` declares of a configuration key. */
interface Declaration {
  readonly key: string;
  readonly type?: string;
  readonly items?: YamlValue;
  readonly fallback?: YamlValue;
  readonly secret: boolean;
  readonly position: Position;
}

/** The full key, `namespace:name`; a key without a namespace belongs to the project, and `ns:config:name` is an old form. */
function fullKey(project: string, key: string): string | undefined {
  const parts = key.split(":");
  if (parts.length === 1) return `${project}:${key}`;
  if (parts.length === 2) return key;
  return parts.length === 3 && parts[1] === "config" ? `${parts[0] ?? ""}:${parts[2] ?? ""}` : undefined;
}

function isEncrypted(value: YamlValue): boolean {
  return isYamlMap(value) && Object.keys(value).length === 1 && typeof value.secure === "string";
}

function holdsEncrypted(value: YamlValue): boolean {
  if (isEncrypted(value)) return true;
  if (Array.isArray(value)) return value.some(holdsEncrypted);
  return isYamlMap(value) && Object.values(value).some(holdsEncrypted);
}

function withPlaceholders(value: YamlValue): YamlValue {
  if (isEncrypted(value)) return SECRET_PLACEHOLDER;
  if (Array.isArray(value)) return value.map(withPlaceholders);
  if (!isYamlMap(value)) return value;
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, inner]) => [key, withPlaceholders(inner)]));
}

function configurationValue(value: YamlValue, position: Position): ConfigurationValue {
  const content = withPlaceholders(value);
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return { text, secret: holdsEncrypted(value), content, position };
}

function declarationOf(entry: YamlEntry): Declaration {
  const { key, value, position } = entry;
  if (!isYamlMap(value)) return { key, fallback: value, secret: false, position };
  return {
    key,
    ...(typeof value.type === "string" && { type: value.type }),
    ...(value.items !== undefined && { items: value.items }),
    fallback: value.default ?? value.value,
    secret: value.secret === true,
    position,
  };
}

type TypeTest = (value: YamlValue, items: YamlValue | undefined) => boolean;

/** Integers and booleans may be written as text: configuration set on the command line is text. */
const TYPE_TESTS: Readonly<Record<string, TypeTest>> = {
  string: (value) => typeof value === "string",
  integer: (value) => (typeof value === "string" ? /^[+-]?\d+$/.test(value) : Number.isInteger(value)),
  boolean: (value) => typeof value === "boolean" || value === "true" || value === "false",
  object: (value) => isYamlMap(value),
  array: (value, items) => {
    if (!Array.isArray(value) || !isYamlMap(items) || typeof items.type !== "string") return false;
    const { type, items: nested } = items;
    return value.every((item: YamlValue) => hasType(type, nested, item));
  },
};

function hasType(type: string, items: YamlValue | undefined, value: YamlValue): boolean {
  return TYPE_TESTS[type]?.(value, items) ?? false;
}

function mistakesOf(declaration: Declaration, value: ConfigurationValue): string[] {
  const { file, line } = value.position;
  const where = `${file}:${line}: ${declaration.key}`;
  if (declaration.secret && !value.secret) {
    return [
      `${where} is plain text; Pulumi.yaml declares it secret, so set it with \`pulumi config set --secret\``,
    ];
  }
  if (declaration.type === undefined || value.secret) return [];
  // The engine compares plain values as the text they become, structured ones as what they are.
  const compared = typeof value.content === "object" ? value.content : value.text;
  if (hasType(declaration.type, declaration.items, compared)) return [];
  return [`${where} is ${value.text}; Pulumi.yaml declares it as ${declaration.type}`];
}

/** The mistakes found, next to the configuration read so far. */
export interface ConfigurationReading {
  readonly configuration: Configuration;
  /** One line each, with file and line. */
  readonly mistakes: readonly string[];
}

/**
 * Joins a stack's configuration with what its project declares, as the engine does before it runs a program.
 *
 * @param project - The project's name, the namespace of keys without one.
 * @param declared - The entries of `config` in `Pulumi.yaml`.
 * @param given - The entries of `config` in `Pulumi.<stack>.yaml`.
 */
export function joinConfiguration(
  project: string,
  declared: readonly YamlEntry[],
  given: readonly YamlEntry[],
): ConfigurationReading {
  const configuration = new Map<string, ConfigurationValue>();
  const mistakes: string[] = [];
  const keyOf = (entry: { key: string; position: Position }): string => {
    const key = fullKey(project, entry.key);
    if (key !== undefined) return key;
    const { file, line } = entry.position;
    mistakes.push(
      `${file}:${line}: ${entry.key} is no configuration key; it must read \`namespace:name\` or \`name\``,
    );
    return entry.key;
  };
  for (const entry of given) configuration.set(keyOf(entry), configurationValue(entry.value, entry.position));
  for (const entry of declared) {
    const declaration = declarationOf(entry);
    const key = keyOf(declaration);
    const value = configuration.get(key);
    if (value !== undefined) mistakes.push(...mistakesOf(declaration, value));
    else if (declaration.fallback !== undefined) {
      configuration.set(key, configurationValue(declaration.fallback, declaration.position));
    } else if (key.startsWith(`${project}:`)) {
      mistakes.push(
        `${key} has no value; ${entry.position.file}:${entry.position.line} requires one from every stack`,
      );
    }
  }
  return { configuration, mistakes };
}
