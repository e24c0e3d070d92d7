import type { Problem } from "../core/problem";
import { type Region, regions as knownRegions } from "../core/region";
import { documented, type PlanArgs, quotaPlan, type QuotaRow, unknownUses } from "./quota-plan";
import { accountQuotaRegion, type Quota, quotaKey, quotaOf, quotas, quotasAsOf } from "./quota-table";

export { quotaAlerts } from "./quota-alerts";
export { type EnvironmentUse, quotaPlan, type QuotaRow, type QuotaValues, usesOf } from "./quota-plan";

/**
 * Everything wrong with quotas that an account holds and asks for: unknown quotas and Regions, values that would lower a
 * quota, and every plan that does not fit.
 */
export function quotaProblems(args: PlanArgs): readonly Problem[] {
  return [...quotaValueProblems(args), ...fitProblems(args)];
}

/** The same but for whether the plan fits, which only AWS's answer can say where it is asked what it grants. */
export function quotaValueProblems(args: PlanArgs): readonly Problem[] {
  return [
    ...valueProblems("held", args),
    ...valueProblems("requests", args),
    ...contradictions(args),
    ...unknownUses(args).map(({ environment, key }) => ({
      path: ["environments", environment, "uses", key],
      given: `a use of ${key}`,
      allowed: `a quota that the table of quotas, as of ${quotasAsOf}, has; add its row, with default and source`,
    })),
  ];
}

type Word = "held" | "requests";

function valueProblems(word: Word, args: PlanArgs): readonly Problem[] {
  return knownRegions.flatMap((region) =>
    Object.entries(args[word][region] ?? {}).flatMap(([key, value]) => {
      const allowed = keyAllowed(word, key, region, args) ?? valueAllowed(word, key, region, { value, args });
      return allowed === undefined ? [] : [{ path: [word, region, key], given: String(value), allowed }];
    }),
  );
}

/** What is allowed instead of a quota in a Region; nothing where it is fine. */
function keyAllowed(word: Word, key: string, region: Region, args: PlanArgs): string | undefined {
  const quota = quotaOf(key);
  if (quota === undefined) return `a quota of the table: ${quotas.map(quotaKey).join(", ")}`;
  const answering = quota.scope === "account" ? [accountQuotaRegion] : args.regions;
  if (!answering.includes(region)) return `${key} under ${answering.join(" or ")}, which answers for it`;
  return word === "requests" ? requestAllowed(quota) : undefined;
}

function requestAllowed({ name, adjustable, follows }: Quota): string | undefined {
  if (!adjustable) return `no request: AWS raises "${name}" for nobody`;
  return follows === undefined
    ? undefined
    : `a request for ${follows}, by which AWS raises "${name}" as well`;
}

/** What is allowed instead of a value; nothing where the value is fine. */
function valueAllowed(
  word: Word,
  key: string,
  region: Region,
  { value, args }: { readonly value: number; readonly args: PlanArgs },
): string | undefined {
  const quota = quotaOf(key);
  if (!Number.isInteger(value)) return "a whole number";
  const least = quota && documented(quota, region, word === "requests" ? args : { held: {} });
  return least !== undefined && value < least
    ? `${least} or more: quotas grow and are never lowered`
    : undefined;
}

/** Values said to be held that AWS, asked, does not grant. */
function contradictions({ held, live = {} }: PlanArgs): readonly Problem[] {
  return knownRegions.flatMap((region) =>
    Object.entries(held[region] ?? {}).flatMap(([key, value]) => {
      const granted = live[region]?.[key];
      return granted === undefined || value <= granted
        ? []
        : [
            {
              path: ["held", region, key],
              given: String(value),
              allowed: `${granted} or less: AWS answers that it grants ${granted} now`,
            },
          ];
    }),
  );
}

function fitProblems(args: PlanArgs): readonly Problem[] {
  return quotaPlan(args)
    .filter(({ fits }) => !fits)
    .map((row) => {
      const { region, quota: key, name, planned, needed, granted, requested } = row;
      return {
        path: ["requests", region, quotaOf(key)?.follows ?? key],
        given: requested === undefined ? `nothing, so that ${granted} remain` : String(requested),
        allowed:
          `${needed} or more of "${name}": environments plan ${planned}, doubled for failover, plus 15 %; ` +
          wayOut(row),
      };
    });
}

function wayOut({ quota: key }: QuotaRow): string {
  const quota = quotaOf(key);
  if (quota?.adjustable === false) return "AWS raises it for nobody, so plan less";
  const [serviceCode = "", quotaCode = ""] = (quota?.follows ?? key).split("/");
  return `request quota code ${quotaCode} of service ${serviceCode}`;
}
