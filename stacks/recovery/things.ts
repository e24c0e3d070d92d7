import type { CatalogueEntry } from "../../infra/core/catalogue-entry";
import { dataCatalogue, storeEdges, workloadsOf } from "../catalogue/derived";
import type { Catalogue } from "../catalogue/types";
import type { Dependencies } from "./order";

/** Kinds of things of a catalogue that are recovered. */
export type ThingKind =
  "database" | "table" | "cache" | "bucket" | "secret" | "service" | "fleet" | "workflow";

/** A thing of a catalogue, as its recovery speaks of it. */
export interface Thing {
  /** Name among all things: its kind and its name. */
  readonly id: string;
  /** Kind. */
  readonly kind: ThingKind;
  /** Name in the catalogue. */
  readonly name: string;
  /** What the catalogue says of it. */
  readonly entry: CatalogueEntry;
}

const idOf = (kind: ThingKind, name: string): string => `${kind} ${name}`;

/** Everything of a catalogue that is recovered. */
export function thingsOf(catalogue: Catalogue): readonly Thing[] {
  const { databases, tables, caches, buckets, secrets } = dataCatalogue(catalogue);
  const kinds: Readonly<Record<ThingKind, Readonly<Record<string, CatalogueEntry>>>> = {
    database: databases,
    table: tables,
    cache: caches,
    bucket: buckets,
    secret: secrets,
    service: catalogue.services,
    fleet: catalogue.fleets,
    workflow: catalogue.workflows,
  };
  return Object.entries(kinds).flatMap(([kind, entries]) =>
    Object.entries(entries).map(([name, entry]) => ({
      // The keys of a constant are its own.
      id: idOf(kind as ThingKind, name),
      kind: kind as ThingKind,
      name,
      entry,
    })),
  );
}

/**
 * What each thing cannot do without, from the catalogue's edges: a workload its stores and those it calls, a workflow those it
 * asks. Who publishes an event does not wait for who consumes it, so events order nothing.
 */
export function dependenciesOf(catalogue: Catalogue): Dependencies {
  const edges = storeEdges(catalogue);
  const workloadId = (name: string): string =>
    idOf(Object.hasOwn(catalogue.fleets, name) ? "fleet" : "service", name);
  const workloads = Object.entries(workloadsOf(catalogue)).map(([name, { calls = [] }]) => {
    const used = edges.filter(({ workload }) => workload === name).map((edge) => idOf(edge.kind, edge.name));
    return [workloadId(name), [...used, ...calls.map(workloadId)]] as const;
  });
  const workflows = Object.entries(catalogue.workflows).map(([name, { steps }]) => {
    const asked = Object.values(steps).flatMap((step) => (step.kind === "ask" ? [step.workload] : []));
    return [idOf("workflow", name), asked.map(workloadId)] as const;
  });
  const nothing = thingsOf(catalogue).map(({ id }) => [id, [] as readonly string[]] as const);
  return Object.fromEntries([...nothing, ...workloads, ...workflows]);
}
