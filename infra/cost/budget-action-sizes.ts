import { problem, unless } from "../core/checks";
import type { Problem } from "../core/problem";

/** Who says that an action on a budget may begin: a person, each time, or nobody. */
export const approvals = ["manual", "automatic"] as const;

/** What happens, beside a message, when the account's budget is used up. */
export interface BudgetActionSizes {
  /** Environments in which deployments may then make nothing more that is paid for by the hour. */
  readonly environments: readonly string[];
  /** Percent of the account's budget of the month, spent, at which it happens. */
  readonly percent: number;
  /**
   * Whether a person says yes first. An automatic action stops deployments at night as well, mends among them.
   *
   * @default "manual"
   */
  readonly approval: (typeof approvals)[number];
}

/** Everything wrong with an action on the account's budget. */
export function budgetActionProblems(
  { environments, percent }: BudgetActionSizes,
  known: readonly string[],
): readonly Problem[] {
  const path = ["sizes", "action"];
  return [
    ...unless(environments.length > 0, [...path, "environments"], environments, "at least one environment"),
    ...environments.flatMap((environment, position) => [
      ...unless(
        known.includes(environment),
        [...path, "environments", position],
        environment,
        `an environment of the account: ${known.join(", ")}`,
      ),
      ...(environments.indexOf(environment) === position
        ? []
        : problem([...path, "environments", position], environment, "each environment once")),
    ]),
    // Below half of it nothing is out of hand; AWS takes thresholds up to a thousand times the budget.
    ...unless(
      percent >= 50 && percent <= 1000,
      [...path, "percent"],
      percent,
      "percent of the budget, 50 to 1000",
    ),
  ];
}
