/** An event as CloudTrail writes it, as far as filters look into it. */
export type LogEvent = Readonly<Record<string, unknown>>;

/** Whether an event is counted. */
export type Matcher = (event: LogEvent) => boolean;

const TOKEN = /\s*(\|\||&&|!=|<=|>=|[(){}=<>]|"(?:[^"\\]|\\.)*"|%[^%]*%|\$[^\s=!<>(){}]+|[^\s=!<>(){}|&]+)/y;

function tokensOf(pattern: string): readonly string[] | undefined {
  const found: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < pattern.trimEnd().length) {
    const token = TOKEN.exec(pattern)?.[1];
    if (token === undefined) return undefined;
    found.push(token);
  }
  return found;
}

/** What a selector such as `$.userIdentity.type` or `$.['a.b'][0]` leads to. */
function selected(event: LogEvent, selector: string): unknown {
  const names = [...selector.slice(1).matchAll(/\.?\[['"]?([^\]'"]+)['"]?\]|\.([^.[]+)/g)];
  return names.reduce<unknown>((value, [, quoted, plain]) => {
    const name = quoted ?? plain ?? "";
    const isHolder = typeof value === "object" && value !== null && Object.hasOwn(value, name);
    return isHolder ? (value as LogEvent)[name] : undefined;
  }, event);
}

function textMatcher(wanted: string): (value: string) => boolean {
  if (/^%.*%$/.test(wanted)) {
    const expression = new RegExp(wanted.slice(1, -1));
    return (value) => expression.test(value);
  }
  const plain = wanted.replace(/^"(.*)"$/, "$1").replace(/\\(.)/g, "$1");
  const escaped = plain.replace(/[.+^${}()|[\]\\?]/g, "\\$&").replace(/\*/g, ".*");
  const expression = new RegExp(`^${escaped}$`);
  return (value) => expression.test(value);
}

const NUMERIC: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};

/** A comparison holds for no event that lacks the field, whichever way it compares. */
function comparison(selector: string, operator: string, wanted: string): Matcher {
  const compare = NUMERIC[operator];
  const matches = textMatcher(wanted);
  return (event) => {
    const value = selected(event, selector);
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return false;
    if (compare) return compare(Number(value), Number(wanted));
    return matches(String(value)) === (operator === "=");
  };
}

const WORDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  EXISTS: (value) => value !== undefined,
  "NOT EXISTS": (value) => value === undefined,
  "IS NULL": (value) => value === null,
  "IS TRUE": (value) => value === true,
  "IS FALSE": (value) => value === false,
};

class Unreadable extends Error {}

/** Reads a pattern for JSON events from left to right: `||` binds weaker than `&&`, which binds weaker than brackets. */
class Reader {
  private position = 0;

  public constructor(private readonly tokens: readonly string[]) {}

  public whole(): Matcher {
    this.expect("{");
    const matcher = this.either();
    this.expect("}");
    if (this.position < this.tokens.length) throw new Unreadable();
    return matcher;
  }

  private either(): Matcher {
    const parts = [this.both()];
    while (this.takes("||")) parts.push(this.both());
    return (event) => parts.some((part) => part(event));
  }

  private both(): Matcher {
    const parts = [this.single()];
    while (this.takes("&&")) parts.push(this.single());
    return (event) => parts.every((part) => part(event));
  }

  private single(): Matcher {
    if (this.takes("(")) {
      const inner = this.either();
      this.expect(")");
      return inner;
    }
    const [selector, operator] = [this.next(), this.next()];
    if (!selector.startsWith("$")) throw new Unreadable();
    if (operator === "=" || operator === "!=" || Object.hasOwn(NUMERIC, operator))
      return comparison(selector, operator, this.next());
    return this.word(selector, operator.toUpperCase());
  }

  private word(selector: string, first: string): Matcher {
    const test = WORDS[first] ?? WORDS[`${first} ${this.next().toUpperCase()}`];
    if (!test) throw new Unreadable();
    return (event) => test(selected(event, selector));
  }

  private next(): string {
    const token = this.tokens[this.position];
    if (token === undefined) throw new Unreadable();
    this.position += 1;
    return token;
  }

  private takes(token: string): boolean {
    const isNext = this.tokens[this.position] === token;
    if (isNext) this.position += 1;
    return isNext;
  }

  private expect(token: string): void {
    if (!this.takes(token)) throw new Unreadable();
  }
}

/**
 * What a filter pattern of CloudWatch Logs counts, by its meaning; nothing where the pattern is none for JSON events,
 * or cannot be read.
 */
export function readPattern(pattern: string): Matcher | undefined {
  const tokens = tokensOf(pattern);
  if (!tokens) return undefined;
  try {
    return new Reader(tokens).whole();
  } catch (error) {
    // A broken regular expression in a pattern is as unreadable as a missing bracket.
    if (error instanceof Unreadable || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
