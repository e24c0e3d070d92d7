import type { ComputeArgs } from "../infra/compute";
import type { Scope } from "../infra/core/scope";
import type { Data } from "../infra/data";
import type { Integration } from "../infra/integration";
import { type TelemetrySizes, traceGrant } from "../infra/monitoring";

import { storeEdges, workloadsOf } from "./catalogue/derived";
import type { Catalogue } from "./catalogue/types";
import { telemetryWordsOf } from "./catalogue/watched";

/** What workloads use: the layers that build it, and how closely they are looked into. */
export interface UsedLayers {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Stores. */
  readonly data: Data;
  /** What joins workloads and partners. */
  readonly integration: Integration;
  /** How closely the environment is looked into. */
  readonly telemetry: TelemetrySizes;
}

/** What each workload of a catalogue uses, from the components that build it. */
export function workloadUses(
  catalogue: Catalogue,
  { scope, data, integration, telemetry }: UsedLayers,
): ComputeArgs["uses"] {
  const edges = storeEdges(catalogue);
  const words = telemetryWordsOf(catalogue);
  return Object.fromEntries(
    Object.keys(workloadsOf(catalogue)).map((workload) => [
      workload,
      {
        grants: [
          ...edges.filter((edge) => edge.workload === workload).map((edge) => data.grant(edge)),
          ...integration.grants(workload),
          ...(words[workload] === "traced" ? [traceGrant(scope, workload, telemetry)] : []),
        ],
        queues: integration.queues(workload),
      },
    ]),
  );
}
