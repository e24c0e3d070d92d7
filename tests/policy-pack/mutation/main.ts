import { writeFileSync } from "node:fs";
import { setPriority } from "node:os";
import { join } from "node:path";

import { PackCompiler } from "./compiler";
import { ROOT } from "./modules";
import { PAGE, pageNow } from "./page";
import { tryAll } from "./pool";
import { identityOf, type Survivor, writeOutcome, writtenOutcome } from "./record";
import { decidingSources, mutantsIn, type Placed } from "./trial";

const THREADS = 2;
/** Leaves the machine to whoever else needs it. */
const NICE = 15;
/** Tries only what survived the last time: a mutant that was killed stays so as long as tests only grow. */
const AGAIN = "--again";

/**
 * Tries mutants of the sources whose paths begin as the arguments do, of all without arguments, and writes down what came of
 * them.
 */
async function main(given: readonly string[]): Promise<void> {
  setPriority(NICE);
  const known = new Set(writtenOutcome().survivors.map(identityOf));
  const prefixes = given.filter((each) => each !== AGAIN);
  const isAsked = (source: string): boolean =>
    prefixes.length === 0 || prefixes.some((prefix) => source.startsWith(prefix));
  const sources = decidingSources().filter(isAsked);
  const asked = sources.flatMap((source) =>
    mutantsIn(source)
      .map((mutant) => ({ source, ...mutant }))
      .filter((mutant) => !given.includes(AGAIN) || known.has(identityOf(mutant))),
  );
  const alive = await survivorsOf(asked);
  const compiler = new PackCompiler();
  const isReal = (mutant: Placed): boolean => compiler.takes(mutant.source, mutant);
  const survivors = alive.filter(isReal).map(withoutPlace);
  // Another run may have written down other sources in the meantime.
  const now = writtenOutcome();
  const tried = given.includes(AGAIN) ? now.tried : { ...now.tried, ...counts(asked, alive, survivors) };
  const others = now.survivors.filter(({ source }) => !sources.includes(source));
  const untried = now.untried.filter((source) => given.includes(AGAIN) || !sources.includes(source));
  writeOutcome({ tried, survivors: [...others, ...survivors], untried });
  writeFileSync(join(ROOT, PAGE), await pageNow());
  console.log(
    `${asked.length - alive.length + survivors.length} mutants tried, ${survivors.length} survived`,
  );
}

async function survivorsOf(asked: readonly Placed[]): Promise<readonly Placed[]> {
  const alive: Placed[] = [];
  await tryAll(asked, THREADS, (mutant, isKilled) => {
    if (isKilled) return;
    alive.push(mutant);
    console.log(`${mutant.source}:${mutant.line} ${mutant.kind}: ${mutant.from} → ${mutant.to}`);
  });
  return alive;
}

function withoutPlace({ source, kind, line, from, to }: Placed): Survivor {
  return { source, kind, line, from, to };
}

/** How many mutants of each source were tried; one that does not compile is none. */
function counts(
  asked: readonly Placed[],
  alive: readonly Placed[],
  survivors: readonly Survivor[],
): Readonly<Record<string, number>> {
  const of = (all: readonly { readonly source: string }[], source: string): number =>
    all.filter((each) => each.source === source).length;
  const sources = [...new Set(asked.map(({ source }) => source))];
  return Object.fromEntries(
    sources.map((source) => [source, of(asked, source) - of(alive, source) + of(survivors, source)]),
  );
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
