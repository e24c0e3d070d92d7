/** A test as it stands in a test file. */
export interface Test {
  readonly title: string;
  readonly run: () => unknown;
}

/** What a test or a hook finds as `this`, of which nothing matters here. */
const CONTEXT = { timeout: () => CONTEXT };

/** Tests that say nothing of a verdict: what is shown of properties, and whether every kind of fixture is there. */
const BESIDE_THE_POINT = /never shows what a property holds|has every kind of fixture/;

/**
 * The tests that a test file declares while it is loaded.
 *
 * @param load - Loads the file, which finds `describe`, `it` and hooks that only write down what they are given.
 */
export function testsOf(load: () => void): readonly Test[] {
  const tests: Test[] = [];
  const hooks: (() => unknown)[] = [];
  const globals = globalThis as unknown as Record<string, unknown>;
  const declared: Record<string, unknown> = {
    describe: (_: string, body: () => void) => {
      body();
    },
    it: (title: string, run: () => unknown) => {
      tests.push({ title, run: () => run.call(CONTEXT) });
    },
    before: (...given: unknown[]) => {
      const hook = given.at(-1) as () => unknown; // a title may come first
      hooks.push(() => hook.call(CONTEXT));
    },
    after: () => undefined,
  };
  const former = Object.fromEntries(Object.keys(declared).map((name) => [name, globals[name]]));
  Object.assign(globals, declared);
  try {
    load();
  } finally {
    Object.assign(globals, former);
  }
  const prepare = async (): Promise<void> => {
    for (const hook of hooks) await hook();
  };
  const [first, ...rest] = tests.filter(({ title }) => !BESIDE_THE_POINT.test(title));
  if (!first) return [];
  const prepared = async (): Promise<void> => {
    await prepare();
    await first.run();
  };
  return [{ title: first.title, run: prepared }, ...rest];
}

/** Whether one of the tests fails. */
export async function fails(tests: Iterable<Test>): Promise<boolean> {
  for (const { run } of tests) {
    try {
      await run();
    } catch {
      return true;
    }
  }
  return false;
}
