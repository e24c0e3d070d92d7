/** What each thing cannot do without, by name. Names that are no key of it are no things. */
export type Dependencies = Readonly<Record<string, readonly string[]>>;

/**
 * Order in which things are recovered: what is in one stage needs nothing of a later one. Things that need each other, directly
 * or by way of others, are in one stage, and come up together.
 */
export function recoveryOrder(dependencies: Dependencies): readonly (readonly string[])[] {
  const needs = new Map(
    Object.entries(dependencies).map(([thing, direct]) => [
      thing,
      direct.filter((other) => Object.hasOwn(dependencies, other) && other !== thing),
    ]),
  );
  const reached = new Map([...needs.keys()].map((thing) => [thing, reachable(needs, thing)]));
  const stages = new Map<string, number>();
  const stageOf = (thing: string): number => {
    const known = stages.get(thing);
    if (known !== undefined) return known;
    const together = [...needs.keys()].filter((other) => other === thing || areMutual(reached, thing, other));
    const before = together
      .flatMap((member) => needs.get(member) ?? [])
      .filter((other) => !together.includes(other))
      .map(stageOf);
    const stage = Math.max(-1, ...before) + 1;
    for (const member of together) stages.set(member, stage);
    return stage;
  };
  for (const thing of needs.keys()) stageOf(thing);
  const count = Math.max(-1, ...stages.values()) + 1;
  return Array.from({ length: count }, (_, stage) =>
    [...stages.entries()].filter(([, own]) => own === stage).map(([thing]) => thing),
  );
}

/** What a thing cannot do without, directly or not, itself left out. */
export function allNeeds(dependencies: Dependencies, from: string): readonly string[] {
  return [...reachable(new Map(Object.entries(dependencies)), from)].filter((thing) => thing !== from).sort();
}

function areMutual(reached: ReadonlyMap<string, ReadonlySet<string>>, one: string, other: string): boolean {
  return reached.get(one)?.has(other) === true && reached.get(other)?.has(one) === true;
}

function reachable(needs: ReadonlyMap<string, readonly string[]>, from: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...(needs.get(from) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(needs.get(next) ?? []));
  }
  return found;
}
