import { unless } from "../core/checks";
import type { Problem } from "../core/problem";
import type { ComputeArgs } from "./compute-args";
import { sizeProblems } from "./size-problems";
import { useProblems } from "./use-problems";
import { catalogueProblems } from "./workload-problems";

/** Says everything for which the layer cannot be built as asked; empty where all is fine. */
export function computeProblems(args: ComputeArgs): readonly Problem[] {
  const { catalogue, sizes, uses, placement } = args;
  const { app } = placement.subnets;
  return [
    ...catalogueProblems(catalogue),
    ...sizeProblems(sizes, catalogue),
    ...useProblems(uses, catalogue),
    ...unless(
      new Set(app.map(({ zoneId }) => zoneId)).size >= 2,
      ["placement", "subnets", "app"],
      app.map(({ zoneId }) => zoneId),
      "subnets in two zones at least",
    ),
  ];
}
