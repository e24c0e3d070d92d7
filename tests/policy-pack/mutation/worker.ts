import { parentPort } from "node:worker_threads";

import { type Placed, Trial } from "./trial";

const trial = new Trial();

async function work(mutant: Placed): Promise<void> {
  parentPort?.postMessage(await trial.kills(mutant.source, mutant));
}

parentPort?.on("message", (mutant: Placed) => {
  void work(mutant);
});
