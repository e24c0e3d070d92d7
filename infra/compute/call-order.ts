/** Who calls whom, by name. */
export type Calls = Readonly<Record<string, readonly string[]>>;

/** An order in which nothing comes before what it calls, or circles in which there is none. */
export interface CallOrder {
  /** Names, what is called first; those of circles and their callers are left out. */
  readonly order: readonly string[];
  /** A circle for each group that calls each other: every name calls the next one, and the last one the first. */
  readonly circles: readonly (readonly string[])[];
}

/**
 * Order in which workloads are started. Clients of Service Connect see only what was there when they were deployed, so
 * that whoever is called has to be there first.
 */
export function callOrder(calls: Calls): CallOrder {
  const order: string[] = [];
  const placed = new Set<string>();
  let waiting = Object.keys(calls);
  for (;;) {
    const ready = waiting.filter((name) => calleesOf(calls, name).every((callee) => placed.has(callee)));
    if (ready.length === 0) return { order, circles: circlesAmong(waiting, calls) };
    order.push(...ready);
    for (const name of ready) placed.add(name);
    waiting = waiting.filter((name) => !placed.has(name));
  }
}

/** Callees that are part of the map; others are for somebody else to judge. */
function calleesOf(calls: Calls, name: string): readonly string[] {
  return (calls[name] ?? []).filter((callee) => Object.hasOwn(calls, callee));
}

/** From each name that waits, calls lead to one that waits too, and so at last into a circle. */
function circlesAmong(waiting: readonly string[], calls: Calls): readonly (readonly string[])[] {
  const left = new Set(waiting);
  const circles: string[][] = [];
  for (const start of waiting) {
    const way: string[] = [];
    let here: string | undefined = start;
    while (here !== undefined && left.has(here) && !way.includes(here)) {
      way.push(here);
      here = calleesOf(calls, here).find((callee) => waiting.includes(callee));
    }
    if (here !== undefined && way.includes(here)) circles.push(way.slice(way.indexOf(here)));
    for (const name of way) left.delete(name);
  }
  return circles;
}
