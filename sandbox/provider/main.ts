import * as fs from "node:fs";
import type { FaultPlan } from "../../simulator/faults";
import { FileStore } from "../../simulator/file-store";
import { serveProvider, type ServeOptions } from "../../simulator/provider-server";

/** The first arguments, as the sandbox writes them into the plugin folder; the engine adds its own, its address last. */
interface PluginSettings {
  readonly package: ServeOptions["package"];
  readonly version: string;
  /** File that keeps simulated AWS. */
  readonly world: string;
  /** Folder from which the program's SDK is resolved. */
  readonly projectDir: string;
  /** File with a fault plan. */
  readonly faults?: string;
}

async function main(settings: PluginSettings, engineAddress: string | undefined): Promise<void> {
  const { faults, world, ...rest } = settings;
  const { port } = await serveProvider({
    ...rest,
    ...(engineAddress === undefined ? {} : { engineAddress }),
    store: new FileStore(world),
    // A fault plan that is none is told by the simulator.
    ...(faults === undefined ? {} : { faults: JSON.parse(fs.readFileSync(faults, "utf8")) as FaultPlan }),
  });
  const end = (): void => process.exit(0);
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  // The engine holds this pipe open for as long as it lives.
  process.stdin.once("end", end).resume();
  // The protocol's first line: where the engine reaches this provider.
  console.log(port);
}

// The sandbox itself wrote these settings.
void main(JSON.parse(process.argv[2] ?? "{}") as PluginSettings, process.argv.slice(3).at(-1));
