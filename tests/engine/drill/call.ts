/** A call of a runbook, as its words say it. */
export interface Call {
  /** Service and operation, or tool and command: `rds modify-db-instance`, `pulumi stack export`, `sed`. */
  readonly operation: string;
  /** Values by option, without the hyphens; an option without a value has an empty one. */
  readonly options: ReadonlyMap<string, string>;
}

/**
 * The calls of a step, with everything filled in that a person fills in.
 *
 * @param words - What stands for each word in angle brackets.
 * @throws Error where a word is left that nobody knows
 */
export function callsOf(line: string, words: ReadonlyMap<string, string>): readonly Call[] {
  const filled = line.replaceAll(/<([a-z-]+)>/g, (whole: string, word: string) => {
    const value = words.get(word);
    if (value === undefined) throw new Error(`nobody knows ${whole} of: ${line}`);
    return value;
  });
  return filled.split(" && ").map((call) => parsed(call.split(" ")));
}

function parsed(words: readonly string[]): Call {
  const [tool = ""] = words;
  const length = { aws: 3, pulumi: words[1] === "stack" ? 3 : 2, sed: 1 }[tool];
  if (length === undefined) throw new Error(`${tool} is no tool of a runbook`);
  const rest = words.slice(length);
  const isOption = (word: string): boolean => word.startsWith("-");
  const options = rest.flatMap((word, position): [string, string][] => {
    const next = rest[position + 1] ?? "--";
    return isOption(word) ? [[word.replace(/^--?/, ""), isOption(next) ? "" : next]] : [];
  });
  return {
    operation: words.slice(tool === "aws" ? 1 : 0, length).join(" "),
    options: new Map(options),
  };
}

/** The value of an option that a call cannot do without. */
export function needed({ operation, options }: Call, name: string): string {
  const value = options.get(name);
  if (value === undefined || value === "") throw new Error(`${operation} needs --${name}`);
  return value;
}

/** Pairs of a value such as `Name=one,Other=two`. */
export function pairsOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(",").map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return [name, value.join("=")];
    }),
  );
}
