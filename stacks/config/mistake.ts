import { RunError } from "@pulumi/pulumi/errors";
import { distance } from "fastest-levenshtein";

/** Way from the root of a stack's configuration to one value: the full key, then names and positions within it. */
export type ConfigurationPath = readonly (string | number)[];

/** One thing that is wrong with a stack's configuration. */
export interface Mistake {
  /** Where. */
  readonly path: ConfigurationPath;
  /** What was found there, as a person may read it; never a secret. */
  readonly given: string;
  /** What is accepted there. */
  readonly allowed: string;
  /** The accepted word that looks most like the one given. */
  readonly nearest?: string;
}

/** The file a stack's values come from, as mistakes name it. */
export interface ConfigurationFile {
  /** Its name, such as `Pulumi.dev.yaml`. */
  readonly name: string;
  /**
   * Says where a value stands, such as `Pulumi.dev.yaml:12`; nothing where the file does not hold it.
   *
   * @default - only the file's name is known
   */
  readonly locate?: (path: ConfigurationPath) => string | undefined;
}

/**
 * A stack's configuration cannot be used. The message lists every mistake; Pulumi shows it without a stack trace.
 */
export class ConfigurationError extends RunError {
  public override readonly name = "ConfigurationError";
  /** Stack whose configuration it is. */
  public readonly stackName: string;
  /** Everything that is wrong, in the order of the file's keys. */
  public readonly mistakes: readonly Mistake[];

  public constructor(stack: string, file: ConfigurationFile, mistakes: readonly Mistake[]) {
    const count = mistakes.length === 1 ? "1 mistake" : `${mistakes.length} mistakes`;
    const lines = mistakes.map((mistake) => describeMistake(file, mistake));
    super([`stack "${stack}": ${count} in its configuration`, ...lines].join("\n\n"));
    this.name = "ConfigurationError";
    this.stackName = stack;
    this.mistakes = mistakes;
  }
}

/** Writes a path as people point at a value: `platform:network.zones[1].id`. */
export function formatPath(path: ConfigurationPath): string {
  return path
    .map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join("");
}

/** Longest value that a message repeats, in characters. */
const maxShownLength = 80;

/** Writes a value as people read it in YAML's JSON notation, cut where it is long. */
export function formatValue(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length <= maxShownLength ? text : `${text.slice(0, maxShownLength)}…`;
}

/** The word among `words` that a mistyped one most likely meant; nothing where none is close, or it is one of them as it is. */
export function nearestWord(given: unknown, words: readonly string[]): string | undefined {
  if (typeof given !== "string" || given === "") return undefined;
  const [best] = words
    .map((word) => ({ word, distance: distance(given.toLowerCase(), word.toLowerCase()) }))
    .sort((one, other) => one.distance - other.distance);
  if (best === undefined || best.word === given) return undefined;
  return best.distance <= Math.max(2, Math.floor(best.word.length / 3)) ? best.word : undefined;
}

function describeMistake(file: ConfigurationFile, mistake: Mistake): string {
  const place = file.locate?.(mistake.path) ?? file.name;
  return [
    `${place}: ${formatPath(mistake.path)}`,
    `    given:   ${mistake.given}`,
    `    allowed: ${mistake.allowed}`,
    ...(mistake.nearest === undefined ? [] : [`    did you mean ${mistake.nearest}?`]),
  ].join("\n");
}
