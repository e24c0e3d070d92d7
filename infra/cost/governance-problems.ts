import { unless } from "../core/checks";
import type { Problem } from "../core/problem";
import { type BudgetActionSizes, budgetActionProblems } from "./budget-action-sizes";
import { savingsProblems, type SavingsSizes } from "./savings-problems";

/** Words for the state of cost allocation tags: waiting until AWS has seen the keys, or active. */
export const tagPhases = ["wait", "active"] as const;

/** What an account may have already of what governs its cost. */
export interface AdoptedCost {
  /**
   * ARN of the monitor of all AWS services: an account has one, and AWS makes it by itself with Cost Explorer.
   *
   * @default - it is made
   */
  readonly servicesMonitor?: string | undefined;
}

const monitorArn = /^arn:aws[a-z-]*:ce::\d{12}:anomalymonitor\/[0-9a-f-]{36}$/;

/** How the cost of an account is governed. */
export interface GovernanceSizes {
  /** Addresses that hear of anomalies and budgets. */
  readonly emails: readonly string[];
  /** Whether the account pays for itself or for an organisation; what only a payer may do is left out where it is none. */
  readonly payer: boolean;
  /**
   * Whether the tags of the contract tell cost apart. AWS activates a key only once it has seen it on something billed, up to
   * 24 hours after: `wait` until then.
   */
  readonly costAllocationTags: (typeof tagPhases)[number];
  /** US dollars that the whole account may cost a month. */
  readonly monthlyUsd: number;
  /** Spending beyond what is usual that somebody hears of at once: both limits have to be passed. */
  readonly anomalies: {
    /** US dollars beyond what is usual. */
    readonly absoluteUsd: number;
    /** Percent beyond what is usual. */
    readonly percent: number;
  };
  /** What is expected of savings plans and reservations; below, somebody hears. */
  readonly commitments: {
    /** Percent of what was committed to that is used. */
    readonly utilisationPercent: number;
    /** Percent of what could be covered that is. */
    readonly coveragePercent: number;
  };
  /** Days that exports of cost are kept. */
  readonly exportDays: number;
  /**
   * What happens, beside a message, when the account's budget is used up.
   *
   * @default - nothing: people are told, and decide
   */
  readonly action?: BudgetActionSizes | undefined;
  /**
   * What the account has already, which is taken over instead of made.
   *
   * @default - nothing
   */
  readonly adopt?: AdoptedCost | undefined;
  /**
   * What a savings plan is proposed from.
   *
   * @default - nothing is proposed
   */
  readonly savings?: SavingsSizes | undefined;
}

/** Everything wrong with how the cost of an account is governed. */
export function governanceProblems({
  environments,
  sizes,
}: {
  readonly environments: readonly string[];
  readonly sizes: GovernanceSizes;
}): readonly Problem[] {
  const { payer, costAllocationTags, monthlyUsd, anomalies, commitments, exportDays } = sizes;
  return [
    ...(costAllocationTags === "active" && !payer
      ? [
          {
            path: ["sizes", "costAllocationTags"],
            given: '"active"',
            allowed:
              "wait, because only the payer of an organisation activates tags: do it in its stack, or say payer: true",
          },
        ]
      : []),
    ...positive(["sizes", "monthlyUsd"], monthlyUsd),
    ...positive(["sizes", "anomalies", "absoluteUsd"], anomalies.absoluteUsd),
    ...percent(["sizes", "anomalies", "percent"], anomalies.percent, 1000),
    ...percent(["sizes", "commitments", "utilisationPercent"], commitments.utilisationPercent, 100),
    ...percent(["sizes", "commitments", "coveragePercent"], commitments.coveragePercent, 100),
    ...monitorProblems(sizes.adopt?.servicesMonitor),
    ...(sizes.action === undefined ? [] : budgetActionProblems(sizes.action, environments)),
    ...(sizes.savings === undefined ? [] : savingsProblems(sizes.savings)),
    // Athena compares months, so that a year and the month before it have to be there.
    ...(exportDays >= 400
      ? []
      : [{ path: ["sizes", "exportDays"], given: String(exportDays), allowed: "400 or more" }]),
    // Source: https://docs.aws.amazon.com/cost-management/latest/userguide/management-limits.html, 2026-11
    ...(environments.length <= 10
      ? []
      : [
          {
            path: ["environments"],
            given: `${environments.length} environments`,
            allowed: "at most 10 in one monitor",
          },
        ]),
  ];
}

function monitorProblems(given: string | undefined): readonly Problem[] {
  return unless(
    given === undefined || monitorArn.test(given),
    ["sizes", "adopt", "servicesMonitor"],
    given,
    "arn:aws:ce::<account>:anomalymonitor/<id>, as aws ce get-anomaly-monitors shows it",
  );
}

function positive(path: readonly string[], value: number): readonly Problem[] {
  return value > 0 ? [] : [{ path, given: String(value), allowed: "more than 0" }];
}

function percent(path: readonly string[], value: number, most: number): readonly Problem[] {
  if (value > 0 && value <= most) return [];
  return [{ path, given: String(value), allowed: `more than 0, and at most ${most}` }];
}
