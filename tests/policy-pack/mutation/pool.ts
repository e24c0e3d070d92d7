import { join } from "node:path";
import { Worker } from "node:worker_threads";

import type { Placed } from "./trial";

/** How long a mutant may take: one that never ends is noticed by whoever waits for it. */
const PATIENCE_MS = 120_000;

/** Called for each mutant. */
export type Tell = (mutant: Placed, isKilled: boolean) => void;

/** Tries all mutants on so many threads. */
export async function tryAll(mutants: readonly Placed[], threads: number, tell: Tell): Promise<void> {
  const waiting = [...mutants];
  const lane = async (): Promise<void> => {
    while (waiting.length > 0) await oneWorker(waiting, tell);
  };
  await Promise.all(Array.from({ length: threads }, lane));
}

/** Works off what waits until nothing is left, or until a mutant does not end or ends its thread. */
function oneWorker(waiting: Placed[], tell: Tell): Promise<void> {
  const worker = new Worker(join(__dirname, "worker.ts"), { execArgv: ["--require", "ts-node/register"] });
  return new Promise((resolve, reject) => {
    let tried: Placed | undefined;
    let patience: NodeJS.Timeout | undefined;
    const next = (): void => {
      tried = waiting.shift();
      if (!tried) {
        void worker.terminate();
        return;
      }
      worker.postMessage(tried);
      patience = setTimeout(() => void worker.terminate(), PATIENCE_MS);
    };
    worker.on("error", reject);
    worker.on("exit", () => {
      clearTimeout(patience);
      if (tried) tell(tried, true);
      resolve();
    });
    worker.on("message", (isKilled: boolean) => {
      clearTimeout(patience);
      if (tried) tell(tried, isKilled);
      next();
    });
    next();
  });
}
