import type { Problem } from "../core/problem";
import { type Region, regions as knownRegions } from "../core/region";
import { type PlanArgs, quotaPlan, type QuotaValues, unknownUses } from "./quota-plan";
import { accountQuotaRegion, defaultIn, quotaKey, quotaOf, quotas, quotaSource } from "./quota-table";

export { quotaAlerts } from "./quota-alerts";
export { type EnvironmentUse, quotaPlan, type QuotaRow, type QuotaValues, usesOf } from "./quota-plan";

/**
 * Everything wrong with quotas that an account holds and asks for: unknown quotas and Regions, values that would lower a
 * quota, and every plan that does not fit.
 */
export function quotaProblems(args: PlanArgs): readonly Problem[] {
  return [
    ...valueProblems("held", args.held, args),
    ...valueProblems("requests", args.requests, args),
    ...unknownUses(args).map(({ environment, key }) => ({
      path: ["environments", environment, "uses", key],
      given: `a use of ${key}`,
      allowed: `a quota that the table of quotas, as of ${quotaSource.asOf}, has; add its row, with default and source`,
    })),
    ...fitProblems(args),
  ];
}

function valueProblems(word: "held" | "requests", values: QuotaValues, args: PlanArgs): readonly Problem[] {
  return knownRegions.flatMap((region) =>
    Object.entries(values[region] ?? {}).flatMap(([key, value]) => {
      const allowed = valueAllowed(key, region, value, word === "requests" ? args : { ...args, held: {} });
      return allowed === undefined ? [] : [{ path: [word, region, key], given: String(value), allowed }];
    }),
  );
}

/** What is allowed instead of a value; nothing where the value is fine. */
function valueAllowed(key: string, region: Region, value: number, args: PlanArgs): string | undefined {
  const quota = quotaOf(key);
  if (quota === undefined) return `a quota of the table: ${quotas.map(quotaKey).join(", ")}`;
  const answering = quota.scope === "account" ? [accountQuotaRegion] : args.regions;
  if (!answering.includes(region)) return `${key} under ${answering.join(" or ")}, which answers for it`;
  if (!Number.isInteger(value)) return "a whole number";
  const granted = Math.max(defaultIn(region, quota), args.held[region]?.[key] ?? 0);
  return value < granted ? `${granted} or more: quotas grow and are never lowered` : undefined;
}

function fitProblems(args: PlanArgs): readonly Problem[] {
  return quotaPlan(args)
    .filter(({ fits }) => !fits)
    .map(({ region, quota, name, planned, needed, granted, requested }) => ({
      path: ["requests", region, quota],
      given: requested === undefined ? `nothing, so that ${granted} remain` : String(requested),
      allowed:
        `${needed} or more of "${name}": environments plan ${planned}, doubled for failover, plus 15 %; ` +
        `request quota code ${quota.split("/")[1] ?? quota} of service ${quota.split("/")[0] ?? ""}`,
    }));
}
