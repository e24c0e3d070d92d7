import { unless } from "../core/checks";
import type { Problem } from "../core/problem";
import type { ComputeArgs } from "./compute-args";
import { sizeProblems } from "./size-problems";
import { useProblems } from "./use-problems";
import { catalogueProblems } from "./workload-problems";
import { type Carrier, zoneProblems } from "./zone-practice";

/** Says everything for which the layer cannot be built as asked; empty where all is fine. */
export function computeProblems(args: ComputeArgs): readonly Problem[] {
  const { catalogue, sizes, uses, placement } = args;
  const { app } = placement.subnets;
  return [
    ...catalogueProblems(catalogue),
    ...sizeProblems(sizes, catalogue),
    ...zoneProblems(["sizes", "frontDoor", "zones"], sizes.frontDoor.zones, carriersOf(args)),
    ...useProblems(uses, catalogue),
    ...unless(
      new Set(app.map(({ zoneId }) => zoneId)).size >= 2,
      ["placement", "subnets", "app"],
      app.map(({ zoneId }) => zoneId),
      "subnets in two zones at least",
    ),
  ];
}

/** Workloads that the front door leads to, and how few of each there may be; one without a size is told of elsewhere. */
function carriersOf({ catalogue, sizes }: ComputeArgs): readonly Carrier[] {
  const { services, fleets, partnerRoutes } = catalogue;
  const byPartners = Object.values(partnerRoutes).map(({ workload }) => workload);
  const few: Readonly<Record<string, { readonly minimum: number }>> = { ...sizes.services, ...sizes.fleets };
  return Object.entries({ ...services, ...fleets })
    .filter(([name, { paths }]) => (paths ?? []).length > 0 || byPartners.includes(name))
    .flatMap(([name]) => {
      const minimum = few[name]?.minimum;
      return minimum === undefined ? [] : [{ name, minimum }];
    });
}
