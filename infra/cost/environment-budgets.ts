import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Declaration } from "../core/declarations";
import { physicalName } from "../core/names";
import { describeProblems } from "../core/problem";
import type { Scope } from "../core/scope";
import { type BudgetCheck, budgetProblems, serviceBudgets } from "./settings";

/** What {@link EnvironmentBudgets} is made of. */
export interface EnvironmentBudgetsArgs extends BudgetCheck {
  /** Environment, account and Region. */
  readonly scope: Scope;
}

/** Shares of a budget, in percent, at which somebody hears of what was spent. */
const actualPercents = [50, 80, 100];

/** Tags that a budget's cost carries, by key. */
type Tags = Readonly<Record<string, string>>;

/**
 * What an environment may cost a month and a day, and what each of its services may. Cost is told apart by the tags of the
 * contract, which the payer has to activate first; until then a budget sees nothing.
 */
export class EnvironmentBudgets extends pulumi.ComponentResource {
  /** What was built, to those who review it. */
  public readonly declarations: readonly Declaration[];

  /**
   * @throws Error naming every budget that is none, or that exceeds what it is part of
   */
  public constructor(name: string, args: EnvironmentBudgetsArgs, opts?: pulumi.ComponentResourceOptions) {
    const problems = budgetProblems(args);
    if (problems.length > 0) throw new Error(describeProblems(`budgets "${name}"`, problems));
    super("platform:cost:EnvironmentBudgets", name, {}, opts);

    const environment = { Environment: args.scope.environment };
    this.budget(name, args, { amount: args.sizes.monthlyUsd, timeUnit: "MONTHLY", tags: environment });
    this.budget(`${name}-daily`, args, { amount: args.sizes.dailyUsd, timeUnit: "DAILY", tags: environment });
    for (const [service, amount] of Object.entries(serviceBudgets(args))) {
      const tags = { ...environment, Service: service };
      this.budget(`${name}-${service}`, args, { amount, timeUnit: "MONTHLY", tags });
    }

    this.declarations = [answers(name)];
    this.registerOutputs();
  }

  private budget(
    name: string,
    { scope, sizes }: EnvironmentBudgetsArgs,
    spec: { readonly amount: number; readonly timeUnit: "DAILY" | "MONTHLY"; readonly tags: Tags },
  ): void {
    const { amount, timeUnit, tags } = spec;
    const told = (notificationType: string, threshold: number) => ({
      comparisonOperator: "GREATER_THAN",
      notificationType,
      threshold,
      thresholdType: "PERCENTAGE",
      subscriberEmailAddresses: [...sizes.emails],
    });
    const budgetName = physicalName("budget", scope, name);
    new aws.budgets.Budget(
      name,
      {
        accountId: scope.accountId,
        name: budgetName,
        budgetType: "COST",
        timeUnit,
        limitAmount: amount.toFixed(2),
        limitUnit: "USD",
        filterExpression: filter(tags),
        metrics: "UnblendedCost",
        notifications: [
          ...actualPercents.map((percent) => told("ACTUAL", percent)),
          // AWS forecasts no single day.
          ...(timeUnit === "MONTHLY" ? [told("FORECASTED", 100)] : []),
        ],
        tags: { Name: budgetName },
      },
      { parent: this },
    );
  }
}

function filter(tags: Tags): aws.types.input.budgets.BudgetFilterExpression {
  const each = Object.entries(tags).map(([key, value]) => ({
    tags: { key, values: [value], matchOptions: ["EQUALS"] },
  }));
  const [only, ...others] = each;
  return only !== undefined && others.length === 0 ? only : { ands: each };
}

function answers(name: string): Declaration {
  return {
    family: "answers",
    practices: ["COST02-BP05", "COST03-BP02", "COST01-BP05"],
    by: name,
    how: "The environment and each of its services have a budget; its owners hear at 50, 80 and 100 %, and of a forecast beyond.",
  };
}
