import type { Problem } from "../core/problem";

export { approvals } from "./budget-action-sizes";
export { governanceProblems, type GovernanceSizes, tagPhases } from "./governance-problems";
export { payments, type SavingsReport } from "./savings-plan";
export { describeFixedCost, type FixedCost, fixedCost } from "./fixed-cost";

/** What an environment and each of its services may cost. */
export interface BudgetSizes {
  /** Addresses that hear when a budget is used up, or will be. */
  readonly emails: readonly string[];
  /** US dollars that the environment may cost a month. */
  readonly monthlyUsd: number;
  /** US dollars that the environment may cost a day. */
  readonly dailyUsd: number;
  /** US dollars that a service may cost a month, where it differs from an equal share of the environment's. */
  readonly services: Readonly<Record<string, number>>;
}

/** What budgets are judged by. */
export interface BudgetCheck {
  /** Services and fleets of the catalogue; each has a budget. */
  readonly services: readonly string[];
  /** What they may cost. */
  readonly sizes: BudgetSizes;
}

/** Everything wrong with the budgets of an environment: amounts that are no budget, unknown services, sums that exceed. */
export function budgetProblems({ services, sizes }: BudgetCheck): readonly Problem[] {
  const { monthlyUsd, dailyUsd } = sizes;
  const amounts = [
    { path: ["sizes", "monthlyUsd"], amount: monthlyUsd, most: Infinity, what: "" },
    { path: ["sizes", "dailyUsd"], amount: dailyUsd, most: monthlyUsd, what: ", the budget of the month" },
    ...Object.entries(sizes.services).map(([name, amount]) => ({
      path: ["sizes", "services", name],
      amount,
      most: monthlyUsd,
      what: ", the budget of the environment",
    })),
  ];
  return [
    ...amounts.flatMap(({ path, amount, most, what }) =>
      amount > 0 && amount <= most
        ? []
        : [
            {
              path,
              given: String(amount),
              allowed: most === Infinity ? "more than 0" : `more than 0, and at most ${most}${what}`,
            },
          ],
    ),
    ...Object.keys(sizes.services)
      .filter((name) => !services.includes(name))
      .map((name) => ({
        path: ["sizes", "services", name],
        given: `"${name}"`,
        allowed: `a service of the catalogue: ${services.join(", ")}`,
      })),
  ];
}

/** What each service may cost a month: what is said of it, or an equal share of the environment's budget, in cents. */
export function serviceBudgets({ services, sizes }: BudgetCheck): Readonly<Record<string, number>> {
  const share = Math.max(0.01, Math.floor((sizes.monthlyUsd * 100) / Math.max(1, services.length)) / 100);
  return Object.fromEntries(services.map((name) => [name, sizes.services[name] ?? share]));
}
