import { computeProblems } from "../../infra/compute/settings";
import { databaseUser, dataProblems, longestDatabaseUser } from "../../infra/data/settings";
import { contractProblems, type ContractLock, integrationProblems } from "../../infra/integration/settings";
import { formatValue, type Mistake, nearestWord } from "../config/mistake";
import { dataCatalogue, integrationCatalogue, storeEdges } from "./derived";
import { idempotencyTable } from "./idempotency";
import { computeStandIn, dataStandIn, integrationStandIn } from "./stand-in";
import type { Catalogue } from "./types";

/**
 * Says everything that is wrong with a catalogue by itself: what each layer finds, names that lead nowhere, and changes of
 * published contracts that break their readers.
 *
 * @param locked contracts as they were published
 */
export function catalogueMistakes(catalogue: Catalogue, locked: ContractLock): readonly Mistake[] {
  const found = [
    ...dataProblems({ ...dataStandIn(catalogue), catalogue: dataCatalogue(catalogue) }),
    ...integrationProblems({ ...integrationStandIn(catalogue), catalogue: integrationCatalogue(catalogue) }),
    ...computeProblems(computeStandIn(catalogue)),
    ...contractProblems(catalogue.events, locked),
  ];
  return [
    ...nameMistakes(catalogue),
    ...useMistakes(catalogue),
    ...userMistakes(catalogue),
    ...found
      .filter(({ path }) => path[0] === "catalogue")
      .map(({ path, given, allowed }) => ({ path: path.slice(1), given, allowed })),
  ];
}

/** Services and fleets are called, granted and watched by their names alone, so that the names differ. */
function nameMistakes({ services, fleets, tables }: Catalogue): readonly Mistake[] {
  const twice = Object.keys(fleets)
    .filter((name) => Object.hasOwn(services, name))
    .map((name) => ({
      path: ["fleets", name],
      given: formatValue(name),
      allowed: "a name that no service has",
    }));
  if (!Object.hasOwn(tables, idempotencyTable)) return twice;
  const allowed = "another name: every catalogue has this table already";
  return [...twice, { path: ["tables", idempotencyTable], given: formatValue(idempotencyTable), allowed }];
}

const storesOf = {
  database: "databases",
  table: "tables",
  cache: "caches",
  bucket: "buckets",
  secret: "secrets",
} as const;

function useMistakes(catalogue: Catalogue): readonly Mistake[] {
  const data = dataCatalogue(catalogue);
  return storeEdges(catalogue).flatMap(({ workload, kind, name }) => {
    const stores = storesOf[kind];
    const known = Object.keys(data[stores]);
    if (known.includes(name)) return [];
    const nearest = nearestWord(name, known);
    return [
      {
        path: [kindOf(catalogue, workload), workload, "uses", stores, name],
        given: formatValue(name),
        allowed:
          known.length === 0
            ? `nothing: there are no ${stores}`
            : `one of the ${stores}: ${known.join(", ")}`,
        ...(nearest === undefined ? {} : { nearest }),
      },
    ];
  });
}

/** A workload signs in to a database by its own name, which each engine takes up to some length. */
function userMistakes(catalogue: Catalogue): readonly Mistake[] {
  return storeEdges(catalogue).flatMap(({ workload, kind, name }) => {
    const database = kind === "database" ? catalogue.databases[name] : undefined;
    if (database === undefined) return [];
    const longest = longestDatabaseUser(database.engine);
    if (databaseUser(workload).length <= longest) return [];
    return [
      {
        path: [kindOf(catalogue, workload), workload],
        given: formatValue(workload),
        allowed: `a name of ${longest} characters at most: it is the workload's user in ${name}, of ${database.engine}`,
      },
    ];
  });
}

function kindOf({ services }: Catalogue, workload: string): "services" | "fleets" {
  return Object.hasOwn(services, workload) ? "services" : "fleets";
}
