import type { ComputeArgs } from "../infra/compute";
import type { Data } from "../infra/data";
import type { Integration } from "../infra/integration";

import { storeEdges, workloadsOf } from "./catalogue/derived";
import type { Catalogue } from "./catalogue/types";

/** What each workload of a catalogue uses, from the components that build it. */
export function workloadUses(
  catalogue: Catalogue,
  data: Data,
  integration: Integration,
): ComputeArgs["uses"] {
  const edges = storeEdges(catalogue);
  return Object.fromEntries(
    Object.keys(workloadsOf(catalogue)).map((workload) => [
      workload,
      {
        grants: [
          ...edges.filter((edge) => edge.workload === workload).map((edge) => data.grant(edge)),
          ...integration.grants(workload),
        ],
        queues: integration.queues(workload),
      },
    ]),
  );
}
