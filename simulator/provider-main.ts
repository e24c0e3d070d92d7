import * as fs from "node:fs";
import type { FaultPlan } from "./faults";
import { serveProvider } from "./provider-server";
import { FileStore } from "./world";

/**
 * Executable form of a simulated provider, as the engine starts one:
 * `node --require ts-node/register simulator/provider-main.ts <aws|awsx> [version] [engine address]`.
 * It prints its port as the first line. `SIMULATED_WORLD` names the file that keeps AWS between runs, `SIMULATED_FAULTS` one
 * with a fault plan.
 */
async function main(): Promise<void> {
  const [name, version, engineAddress] = process.argv.slice(2);
  if (name !== "aws" && name !== "awsx")
    throw new Error(`the package is ${name ?? "missing"}; it must be aws or awsx`);
  const { SIMULATED_WORLD: world, SIMULATED_FAULTS: faults } = process.env;
  const { port } = await serveProvider({
    package: name,
    version,
    engineAddress,
    ...(world !== undefined && { store: new FileStore(world) }),
    ...(faults !== undefined && { faults: JSON.parse(fs.readFileSync(faults, "utf8")) as FaultPlan }),
  });
  console.log(port);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
