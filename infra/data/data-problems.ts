import { unless } from "../core/checks";
import { logRetentionDays } from "../core/log-retention";
import { environmentMistake } from "../core/names";
import type { Problem } from "../core/problem";
import { catalogueProblems } from "./catalogue-problems";
import type { DataArgs } from "./data-args";
import { sizeProblems } from "./size-problems";

/** Says everything for which the data layer cannot be built as asked; empty where all is fine. */
export function dataProblems(args: DataArgs): readonly Problem[] {
  const scope = scopeProblems(args);
  // Names are judged by what becomes of them, and nothing becomes of them in a scope that cannot be.
  if (scope.length > 0) return [...scope, ...sizeProblems(args)];
  return [
    ...placementProblems(args),
    ...catalogueProblems(args),
    ...sizeProblems(args),
    ...logProblems(args),
  ];
}

function scopeProblems({ scope }: DataArgs): readonly Problem[] {
  const mistake = environmentMistake(scope.environment);
  return [
    ...unless(mistake === undefined, ["scope", "environment"], scope.environment, mistake ?? ""),
    ...unless(/^\d{12}$/.test(scope.accountId), ["scope", "accountId"], scope.accountId, "twelve digits"),
  ];
}

/** RDS takes no subnet group in fewer than two zones, and a cache with a replica needs as many. */
function placementProblems({ placement, catalogue }: DataArgs): readonly Problem[] {
  const needed = Object.keys({ ...catalogue.databases, ...catalogue.caches }).length > 0;
  const zones = new Set(placement.subnets.data.map(({ zoneId }) => zoneId));
  return unless(
    !needed || zones.size >= 2,
    ["placement", "subnets", "data"],
    [...zones],
    "subnets in two zones or more",
  );
}

function logProblems({ sizes }: DataArgs): readonly Problem[] {
  const given: number = sizes.logRetentionDays;
  return unless(
    logRetentionDays.some((days) => days === given),
    ["sizes", "logRetentionDays"],
    given,
    `days that CloudWatch Logs offers: ${logRetentionDays.join(", ")}`,
  );
}
