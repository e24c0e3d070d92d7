import { eventReference } from "../../infra/integration/settings";
import type { MonitoringArgs } from "../../infra/monitoring/settings";
import { storeEdges, workloadsOf } from "./derived";
import type { Catalogue } from "./types";

type Uses = MonitoringArgs["uses"];

/** What each workload depends on, that has metrics of its own: stores, and the partners that hear of its events. */
export function dependencies(catalogue: Catalogue): Uses {
  const stores = storeEdges(catalogue);
  return Object.fromEntries(
    Object.keys(workloadsOf(catalogue)).map((workload) => [
      workload,
      [
        ...stores.flatMap((edge): Uses[string] =>
          edge.workload === workload && edge.kind !== "secret" ? [{ kind: edge.kind, name: edge.name }] : [],
        ),
        ...partnersOf(catalogue, workload).map((name) => ({ kind: "partner", name }) as const),
      ],
    ]),
  );
}

/** Partners that hear of what a workload publishes. */
function partnersOf({ partners, events }: Catalogue, workload: string): readonly string[] {
  return Object.entries(partners).flatMap(([partner, { receives }]) =>
    receives.some((name) => events[eventReference(name).event]?.producer === workload) ? [partner] : [],
  );
}

/** How each workload is looked into. */
export function telemetryWordsOf(catalogue: Catalogue): MonitoringArgs["telemetry"] {
  return Object.fromEntries(
    Object.entries(workloadsOf(catalogue)).map(([name, { telemetry = "standard" }]) => [name, telemetry]),
  );
}

/** Names of the catalogue that the configuration of monitoring may speak of. */
export function watchedNames(catalogue: Catalogue): {
  readonly promising: readonly string[];
  readonly mutable: readonly string[];
} {
  const workloads = Object.keys(workloadsOf(catalogue));
  const { databases, tables, caches } = catalogue;
  return {
    promising: workloads,
    mutable: [...new Set([workloads, ...[databases, tables, caches].map(Object.keys)].flat())],
  };
}
