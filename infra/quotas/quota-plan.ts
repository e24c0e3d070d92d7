import type { QuotaUse } from "../core/declarations";
import type { Region } from "../core/region";
import { accountQuotaRegion, defaultIn, type Quota, quotaKey, quotaOf, quotas } from "./quota-table";

/** How much of each quota something uses, by key. */
export type Uses = Readonly<Record<string, number>>;

/** What an environment of the account uses once it has scaled to its maximum. */
export interface EnvironmentUse {
  /** Region that it stands in. */
  readonly region: Region;
  /** How much of each quota it uses, by key: `vpc/L-F678F1CE`. */
  readonly uses: Uses;
}

/** Values of quotas by Region and key. */
export type QuotaValues = Readonly<Partial<Record<Region, Readonly<Record<string, number>>>>>;

/** One quota in one Region: what is planned against what there is. */
export interface QuotaRow {
  /** Region that answers for the quota. */
  readonly region: Region;
  /** Key of the quota: `vpc/L-F678F1CE`. */
  readonly quota: string;
  /** Name, as AWS's console shows it. */
  readonly name: string;
  /** What environments use together; of a quota per thing, what the largest uses. */
  readonly planned: number;
  /** Planned, doubled for failover, plus the reserve, rounded up. */
  readonly needed: number;
  /** What AWS grants: what it answers, where it was asked, or else the value held, or by default. */
  readonly granted: number;
  /** What the account asks for; nothing where it asks for no more than the value held, or by default. */
  readonly requested: number | undefined;
  /** Whether what is needed fits into what is granted or asked for. */
  readonly fits: boolean;
}

/** Things that failed still count while those that replace them are built. Source: REL01-BP06, 2026-11 */
const failoverFactor = 2;

/** Reserve in percent for growth between two looks at the plan. Source: REL01-BP06's example, 2026-11 */
const reservePercent = 15;

/** Planned use, doubled for failover, plus the reserve, rounded up to whole things. */
export function neededFor(planned: number): number {
  const exact = (planned * failoverFactor * (100 + reservePercent)) / 100;
  // Sums of fractions of a processor carry the noise of binary fractions.
  return Math.ceil(Math.round(exact * 1e6) / 1e6);
}

/** Uses of each quota by what one environment declares, summed up. */
export function usesOf(declared: readonly QuotaUse[]): Uses {
  const total = new Map<string, number>();
  for (const use of declared) {
    const key = quotaKey(use);
    total.set(key, (total.get(key) ?? 0) + use.count);
  }
  return Object.fromEntries([...total].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a plan is made of. */
export interface PlanArgs {
  /** Regions of the account that something runs in or will be recovered to. */
  readonly regions: readonly Region[];
  /** Every environment of the account, by name. */
  readonly environments: Readonly<Record<string, EnvironmentUse>>;
  /** Values that AWS has granted beyond the default, by Region and key. */
  readonly held: QuotaValues;
  /** Values that the account asks for, by Region and key. */
  readonly requests: QuotaValues;
  /**
   * What AWS answers that it grants now, by Region and key. It counts instead of what is documented and held.
   *
   * @default - AWS was not asked
   */
  readonly live?: QuotaValues;
}

/** A row for each quota that something uses or that a value is asked for, in each Region that answers for it. */
export function quotaPlan(args: PlanArgs): readonly QuotaRow[] {
  return quotas.flatMap((quota) =>
    quota.scope === "account"
      ? row(quota, accountQuotaRegion, Object.values(args.environments), args)
      : args.regions.flatMap((region) =>
          row(
            quota,
            region,
            Object.values(args.environments).filter((environment) => environment.region === region),
            args,
          ),
        ),
  );
}

function row(
  quota: Quota,
  region: Region,
  environments: readonly EnvironmentUse[],
  args: PlanArgs,
): readonly QuotaRow[] {
  const key = quotaKey(quota);
  const counts = environments.map(({ uses }) => uses[key] ?? 0);
  const planned =
    quota.scope === "thing" ? Math.max(0, ...counts) : counts.reduce((total, count) => total + count, 0);
  if (planned === 0 && args.requests[region]?.[key] === undefined) return [];
  const granted = args.live?.[region]?.[key] ?? documented(quota, region, args);
  const requested = requestOf(quota, region, args);
  const needed = neededFor(planned);
  const fits = needed <= Math.max(granted, requested ?? 0);
  return [{ region, quota: key, name: quota.name, planned, needed, granted, requested, fits }];
}

/** What AWS grants by what is documented and said. */
export function documented(quota: Quota, region: Region, { held }: Pick<PlanArgs, "held">): number {
  return Math.max(defaultIn(region, quota), held[region]?.[quotaKey(quota)] ?? 0);
}

/** What is asked for, of the quota itself or of the one that raises it. Whether it is, does not depend on what AWS answers. */
function requestOf(quota: Quota, region: Region, args: PlanArgs): number | undefined {
  const asked = args.requests[region]?.[quota.follows ?? quotaKey(quota)];
  return asked !== undefined && asked > documented(quota, region, args) ? asked : undefined;
}

/** Keys that an environment uses and the table does not have. */
export function unknownUses({ environments }: PlanArgs): readonly { environment: string; key: string }[] {
  return Object.entries(environments).flatMap(([environment, { uses }]) =>
    Object.keys(uses)
      .filter((key) => quotaOf(key) === undefined)
      .map((key) => ({ environment, key })),
  );
}
