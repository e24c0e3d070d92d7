/** Runs of wildcards in one order, `?` before `*`, so that two ways of writing the same are the same. */
function ordered(pattern: string): string {
  return pattern.replace(/[*?]{2,}/g, (run) => run.replaceAll("*", "") + (run.includes("*") ? "*" : ""));
}

/**
 * Walks two patterns side by side. `consumes` says whether a symbol of the first may stand for a symbol of the second;
 * a `*` of the first stands for any run of symbols of the second.
 */
function aligns(first: string, second: string, consumes: (a: string, b: string) => boolean): boolean {
  let reachable = new Set([0]);
  for (const symbol of first) {
    const next = new Set<number>();
    for (const position of reachable) {
      if (symbol === "*") for (let end = position; end <= second.length; end++) next.add(end);
      else if (position < second.length && consumes(symbol, second.charAt(position))) next.add(position + 1);
    }
    reachable = next;
  }
  return reachable.has(second.length);
}

/**
 * Whether every text that a pattern stands for is one that the outer pattern stands for, as `iam:*` covers
 * `iam:Put*`. `*` is any run of characters, `?` is one character.
 */
export function covers(outer: string, inner: string): boolean {
  if (!/[*?]/.test(outer)) return outer === inner;
  return aligns(ordered(outer), ordered(inner), (a, b) => b !== "*" && (a === "?" || a === b));
}

/** Positions of a pattern, with those that a `*` may be skipped to from them. */
function closure(positions: Iterable<number>, pattern: string): ReadonlySet<number> {
  const all = new Set(positions);
  for (const position of all) if (pattern.charAt(position) === "*") all.add(position + 1);
  return all;
}

/** Whether there is a text that both patterns stand for, as `s3:Get*` and `s3:*Object` both stand for `s3:GetObject`. */
export function overlaps(first: string, second: string): boolean {
  const after = (symbol: string, position: number): readonly number[] => {
    if (symbol === "*") return Array.from(second.slice(position) + ".", (_, step) => position + step);
    const other = second.charAt(position);
    if (other === "*") return [position];
    return other !== "" && (symbol === other || symbol === "?" || other === "?") ? [position + 1] : [];
  };
  let reachable = closure([0], second);
  for (const symbol of first) {
    reachable = closure(
      [...reachable].flatMap((position) => after(symbol, position)),
      second,
    );
  }
  return reachable.has(second.length);
}

/** Whether a pattern stands for every text there is. */
export function isEverything(pattern: string): boolean {
  return /^\*+$/.test(pattern);
}
