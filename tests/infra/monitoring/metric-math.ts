/** Values of a metric, one a period; nothing where nothing was measured. */
export type Series = readonly (number | undefined)[];

/** What expressions are computed with: the metrics by their ids, and when each period begins. */
export interface Sample {
  /** Values by id, all of one length. */
  readonly series: Readonly<Record<string, Series>>;
  /** Beginning of each period. */
  readonly times: readonly Date[];
}

/**
 * Computes an expression of CloudWatch's metric math, as far as the layer uses it.
 *
 * Where a metric has no value in a period, neither has what is computed with it, save for FILL and for the functions over
 * lists, which take what is there. Dividing by zero gives no value.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html, 2026-11
 *
 * @throws Error where the expression is none of that language
 */
export function evaluate(expression: string, sample: Sample): Series {
  const parser = new Parser(expression, sample);
  return parser.whole();
}

type Computation = (position: number) => number | undefined;

const token = /\s*(\d+(?:\.\d+)?(?:e\d+)?|[A-Za-z_]\w*|>=|<=|==|!=|[-+*/(),[\]<>])/y;

const comparisons: Readonly<Record<string, (one: number, other: number) => boolean>> = {
  ">": (one, other) => one > other,
  ">=": (one, other) => one >= other,
  "<": (one, other) => one < other,
  "<=": (one, other) => one <= other,
  "==": (one, other) => one === other,
  "!=": (one, other) => one !== other,
};

const overLists: Readonly<Record<string, (values: readonly number[]) => number>> = {
  MAX: (values) => Math.max(...values),
  MIN: (values) => Math.min(...values),
  SUM: (values) => values.reduce((sum, value) => sum + value, 0),
};

const clock: Readonly<Record<string, (time: Date) => number>> = {
  // Monday is 1, Sunday is 7.
  DAY: (time) => ((time.getUTCDay() + 6) % 7) + 1,
  HOUR: (time) => time.getUTCHours(),
  MINUTE: (time) => time.getUTCMinutes(),
};

function both(
  one: Computation,
  other: Computation,
  join: (one: number, other: number) => number | undefined,
): Computation {
  return (position) => {
    const [left, right] = [one(position), other(position)];
    return left === undefined || right === undefined ? undefined : join(left, right);
  };
}

/** The second part where the first is not zero, and the third where it is. */
function choice([condition, then, otherwise]: readonly Computation[]): Computation {
  return (position) => {
    const decided = condition?.(position);
    return decided === undefined ? undefined : (decided === 0 ? otherwise : then)?.(position);
  };
}

/** Reads an expression from left to right, and computes as it goes. */
class Parser {
  private readonly tokens: string[] = [];
  private position = 0;

  public constructor(
    private readonly expression: string,
    private readonly sample: Sample,
  ) {
    token.lastIndex = 0;
    let end = 0;
    for (let found = token.exec(expression); found !== null; found = token.exec(expression)) {
      this.tokens.push(found[1] ?? "");
      end = token.lastIndex;
    }
    if (expression.slice(end).trim() !== "") throw this.mistake(`"${expression.slice(end)}"`);
  }

  public whole(): Series {
    const computation = this.or();
    if (this.position < this.tokens.length) throw this.mistake(`"${this.tokens[this.position] ?? ""}"`);
    return this.sample.times.map((_, position) => computation(position));
  }

  private or(): Computation {
    let computation = this.and();
    while (this.takes("OR"))
      computation = both(computation, this.and(), (one, other) => Number(one !== 0 || other !== 0));
    return computation;
  }

  private and(): Computation {
    let computation = this.comparison();
    while (this.takes("AND")) {
      computation = both(computation, this.comparison(), (one, other) => Number(one !== 0 && other !== 0));
    }
    return computation;
  }

  private comparison(): Computation {
    const computation = this.sum();
    const compare = comparisons[this.tokens[this.position] ?? ""];
    if (compare === undefined) return computation;
    this.position += 1;
    return both(computation, this.sum(), (one, other) => Number(compare(one, other)));
  }

  private sum(): Computation {
    let computation = this.product();
    for (;;) {
      if (this.takes("+")) computation = both(computation, this.product(), (one, other) => one + other);
      else if (this.takes("-")) computation = both(computation, this.product(), (one, other) => one - other);
      else return computation;
    }
  }

  private product(): Computation {
    let computation = this.value();
    for (;;) {
      if (this.takes("*")) computation = both(computation, this.value(), (one, other) => one * other);
      else if (this.takes("/")) {
        computation = both(computation, this.value(), (one, other) =>
          other === 0 ? undefined : one / other,
        );
      } else return computation;
    }
  }

  private value(): Computation {
    const word = this.tokens[this.position] ?? "the end";
    this.position += 1;
    if (word === "(") {
      const computation = this.or();
      this.needs(")");
      return computation;
    }
    if (/^\d/.test(word)) return () => Number(word);
    if (this.tokens[this.position] === "(") return this.call(word);
    const series = this.sample.series[word];
    if (series === undefined) throw this.mistake(`"${word}"`);
    return (position) => series[position];
  }

  private call(name: string): Computation {
    this.needs("(");
    const list = overLists[name];
    const result = list === undefined ? this.function(name) : this.overList(list);
    this.needs(")");
    return result;
  }

  private overList(join: (values: readonly number[]) => number): Computation {
    this.needs("[");
    const parts = [this.or()];
    while (this.takes(",")) parts.push(this.or());
    this.needs("]");
    return (position) => {
      const values = parts.flatMap((part) => part(position) ?? []);
      return values.length === 0 ? undefined : join(values);
    };
  }

  private function(name: string): Computation {
    const parts = [this.or()];
    while (this.takes(",")) parts.push(this.or());
    const [first, second] = parts;
    const time = clock[name];
    if (first !== undefined && time !== undefined) return this.asked(first, time);
    if (name === "FILL" && first !== undefined && second !== undefined) {
      return (position) => first(position) ?? second(position);
    }
    if (name === "IF" && parts.length === 3) return choice(parts);
    throw this.mistake(`function "${name}"`);
  }

  /** What the clock says in each period in which something was measured. */
  private asked(measured: Computation, time: (at: Date) => number): Computation {
    return (position) => {
      const at = this.sample.times[position];
      return measured(position) === undefined || at === undefined ? undefined : time(at);
    };
  }

  private takes(word: string): boolean {
    if (this.tokens[this.position] !== word) return false;
    this.position += 1;
    return true;
  }

  private needs(word: string): void {
    if (!this.takes(word)) throw this.mistake(`no "${word}"`);
  }

  private mistake(what: string): Error {
    return new Error(`expression "${this.expression}": ${what}`);
  }
}
