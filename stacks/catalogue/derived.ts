import { type ComputeCatalogue, type FrontDoorSizes, partnerPort } from "../../infra/compute/settings";
import type { DataCatalogue, DataSizes } from "../../infra/data/settings";
import type { IntegrationCatalogue } from "../../infra/integration/settings";
import { idempotency, idempotencyTable } from "./idempotency";
import type { Access, Catalogue, Using } from "./types";

/** Kinds of stores that workloads use. */
type StoreKind = "database" | "table" | "cache" | "bucket" | "secret";

/** One edge from a workload to a store. */
export interface StoreEdge {
  /** Service or fleet, by its name. */
  readonly workload: string;
  /** Kind of the store. */
  readonly kind: StoreKind;
  /** Its name. */
  readonly name: string;
  /** What may be done. */
  readonly access: Access;
  /** Whether only items of a table are reached whose partition key is the workload's name. */
  readonly ownItemsOnly: boolean;
}

/** Services and fleets together: to everything else they are alike. */
export function workloadsOf({ services, fleets }: Catalogue): Catalogue["services"] {
  return { ...services, ...fleets };
}

/** Every edge from a workload to a store: what the catalogue says, and what consuming events takes. */
export function storeEdges(catalogue: Catalogue): readonly StoreEdge[] {
  return Object.entries(workloadsOf(catalogue)).flatMap(([workload, { uses }]) => [
    ...declaredEdges(workload, uses),
    ...(consumes(catalogue, workload) ? [idempotencyEdge(workload)] : []),
  ]);
}

function declaredEdges(workload: string, uses: Using["uses"] = {}): readonly StoreEdge[] {
  const edges = (kind: StoreKind, stores: Readonly<Record<string, Access>> = {}): readonly StoreEdge[] =>
    Object.entries(stores).map(([name, access]) => ({ workload, kind, name, access, ownItemsOnly: false }));
  return [
    ...edges("database", uses.databases),
    ...edges("table", uses.tables),
    ...edges("cache", uses.caches),
    ...edges("bucket", uses.buckets),
    ...edges("secret", Object.fromEntries((uses.secrets ?? []).map((name) => [name, "read"]))),
  ];
}

function idempotencyEdge(workload: string): StoreEdge {
  return { workload, kind: "table", name: idempotencyTable, access: "write", ownItemsOnly: true };
}

function consumes({ events, workflows }: Catalogue, workload: string): boolean {
  const asked = Object.values(workflows).flatMap(({ steps }) =>
    Object.values(steps).map((step) => (step.kind === "ask" ? step.workload : "")),
  );
  return (
    asked.includes(workload) ||
    Object.values(events).some(({ consumers }) => Object.hasOwn(consumers, workload))
  );
}

/** The data layer's part of a catalogue, with what every catalogue has. */
export function dataCatalogue(catalogue: Catalogue): DataCatalogue {
  return { ...catalogue, tables: { ...catalogue.tables, [idempotencyTable]: idempotency } };
}

/** The data layer's sizes, with those of what every catalogue has. */
export function dataSizes(sizes: DataSizes): DataSizes {
  return { ...sizes, tables: { ...sizes.tables, [idempotencyTable]: "on-demand" } };
}

/** Who uses each cache, and how: by the cache's name, then by the workload's. */
export function cacheUsers(catalogue: Catalogue): Readonly<Record<string, Readonly<Record<string, Access>>>> {
  const edges = storeEdges(catalogue).filter(({ kind }) => kind === "cache");
  return Object.fromEntries(
    Object.keys(catalogue.caches).map((cache) => [
      cache,
      Object.fromEntries(
        edges.filter(({ name }) => name === cache).map(({ workload, access }) => [workload, access]),
      ),
    ]),
  );
}

/** The integration layer's part of a catalogue. */
export function integrationCatalogue(catalogue: Catalogue): IntegrationCatalogue {
  return { ...catalogue, workloads: workloadsOf(catalogue) };
}

/** The compute layer's part of a catalogue. */
export function computeCatalogue(catalogue: Catalogue): ComputeCatalogue {
  const inbound = Object.entries(catalogue.partners).flatMap(([partner, { inbound: route }]) =>
    route === undefined ? [] : [[partner, route] as const],
  );
  return { ...catalogue, partnerRoutes: Object.fromEntries(inbound) };
}

/** Ports on which the front door answers the internet. */
export function balancerPorts({ partnerTrust }: FrontDoorSizes): readonly number[] {
  return partnerTrust === undefined ? [80, 443] : [80, 443, partnerPort];
}
