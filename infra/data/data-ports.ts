import type { DataCatalogue } from "./data-args";
import { cachePort, engineFacts } from "./database-engines";

/** TCP ports on which the databases and caches of a catalogue listen in the data tier, each once, in order. */
export function dataPorts({
  databases,
  caches,
}: Pick<DataCatalogue, "databases" | "caches">): readonly number[] {
  const ports = Object.values(databases).map(({ engine }) => engineFacts[engine].port);
  if (Object.keys(caches).length > 0) ports.push(cachePort);
  return [...new Set(ports)].sort((one, other) => one - other);
}
