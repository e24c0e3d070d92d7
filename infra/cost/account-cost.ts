import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { AlertTopic } from "../core/alert-topic";
import type { Declaration } from "../core/declarations";
import { physicalName } from "../core/names";
import { describeProblems } from "../core/problem";
import type { AccountCostArgs } from "./account-cost-args";
import { AnomalyWatch } from "./anomaly-watch";
import { BudgetAction } from "./budget-action";
import { commitmentBudgets } from "./commitment-budgets";
import { CostExports } from "./cost-exports";
import { governanceProblems } from "./governance-problems";
import { type SavingsReport, savingsReport } from "./savings-plan";
import type { SavingsPurchase } from "./savings-problems";

/** Tags of the contract that cost is told apart by. */
const contractKeys = [
  "Environment",
  "Service",
  "Owner",
  "CostCenter",
  "Criticality",
  "DataClass",
  "ManagedBy",
];

/** Tags by which categories group cost. */
const categoryKeys = ["Environment", "Service"];

/**
 * How the cost of an account is told apart, watched, exported and improved. What only a payer may do is left out in any
 * other account, and said so.
 */
export class AccountCost extends pulumi.ComponentResource {
  /** What was built, to those who watch and review it. */
  public readonly declarations: readonly Declaration[];
  /** What the account leaves to its payer, or to later. */
  public readonly leftOut: readonly string[];
  /** Savings plans that would pay, the most saving first; nothing where no use is configured. */
  public readonly savings: SavingsReport | undefined;

  /**
   * @throws Error naming everything that is wrong with what is watched
   */
  public constructor(name: string, args: AccountCostArgs, opts?: pulumi.ComponentResourceOptions) {
    const problems = governanceProblems(args);
    if (problems.length > 0) throw new Error(describeProblems(`cost "${name}"`, problems));
    super("platform:cost:AccountCost", name, {}, opts);

    const topic = new AlertTopic(
      `${name}-alerts`,
      {
        scope: args.scope,
        displayName: "Cost of the account",
        publishers: ["costalerts", "budgets"],
        emails: args.sizes.emails,
        keyDeletionWindowDays: args.keyDeletionWindowDays,
      },
      { parent: this },
    );
    const active = args.sizes.costAllocationTags === "active";
    if (active) this.tellApart(name, args);
    this.budgets(name, args, topic.arn);
    new AnomalyWatch(
      `${name}-anomalies`,
      {
        scope: args.scope,
        topicArn: topic.arn,
        environments: active ? args.environments : [],
        limits: args.sizes.anomalies,
        servicesMonitor: args.sizes.adopt?.servicesMonitor,
      },
      { parent: this },
    );
    this.improve(name, args);
    const { savings } = args.sizes;
    this.savings = savings && savingsReport(savings);
    if (savings?.purchase !== undefined) this.buy(name, args, savings.purchase);
    const exports = new CostExports(`${name}-exports`, args, { parent: this });

    this.leftOut = leftOut(args);
    this.declarations = [
      {
        family: "monitored",
        kind: "key",
        name: `${name}-alerts`,
        criticality: args.criticality,
        owner: args.owner,
        dimensions: { KeyId: topic.keyId },
      },
      ...exports.declarations,
      ...answers(name),
    ];
    this.registerOutputs({ leftOut: this.leftOut });
  }

  /** A key that was not seen yet is refused by AWS: that is why configuration says when. */
  private tellApart(name: string, { scope }: AccountCostArgs): void {
    const tags = contractKeys.map(
      (tagKey) =>
        new aws.costexplorer.CostAllocationTag(
          `${name}-${tagKey}`,
          { tagKey, status: "Active" },
          { parent: this },
        ),
    );
    for (const key of categoryKeys) {
      const categoryName = physicalName("cost-category", scope, key.toLowerCase());
      new aws.costexplorer.CostCategory(
        `${name}-${key}`,
        {
          name: categoryName,
          ruleVersion: "CostCategoryExpression.v1",
          defaultValue: "untagged",
          rules: [{ type: "INHERITED_VALUE", inheritedValue: { dimensionName: "TAG", dimensionKey: key } }],
          tags: { Name: categoryName },
        },
        { parent: this, dependsOn: tags },
      );
    }
  }

  private budgets(name: string, { scope, sizes }: AccountCostArgs, topicArn: pulumi.Input<string>): void {
    const budget = (word: string, spec: Omit<aws.budgets.BudgetArgs, "name" | "timeUnit">) => {
      const budgetName = physicalName("budget", scope, `${name}-${word}`);
      return new aws.budgets.Budget(
        `${name}-${word}`,
        {
          accountId: scope.accountId,
          name: budgetName,
          timeUnit: "MONTHLY",
          tags: { Name: budgetName },
          ...spec,
        },
        { parent: this },
      );
    };
    const told = (notificationType: string, threshold: number) => ({
      comparisonOperator: "GREATER_THAN",
      notificationType,
      threshold,
      thresholdType: "PERCENTAGE",
      subscriberSnsTopicArns: [topicArn],
    });
    const whole = budget("account", {
      budgetType: "COST",
      limitAmount: sizes.monthlyUsd.toFixed(2),
      limitUnit: "USD",
      notifications: [...[50, 80, 100].map((percent) => told("ACTUAL", percent)), told("FORECASTED", 100)],
    });
    if (sizes.action !== undefined) {
      const act = { scope, budgetName: whole.name, sizes: sizes.action, emails: sizes.emails };
      new BudgetAction(`${name}-budget-action`, act, { parent: this });
    }
    for (const { word, ...spec } of commitmentBudgets(sizes.commitments, topicArn)) budget(word, spec);
  }

  /** What was bought cannot be given back: forgetting it here changes nothing of it. */
  private buy(name: string, { scope }: AccountCostArgs, purchase: SavingsPurchase): void {
    new aws.savingsplans.SavingsPlan(
      `${name}-savings-plan-${purchase.offer}`,
      {
        savingsPlanOfferingId: purchase.offeringId,
        commitment: purchase.commitmentUsdPerHour.toFixed(3),
        tags: { Name: `${scope.environment}-${purchase.offer}` },
      },
      { parent: this, protect: true, retainOnDelete: true },
    );
  }

  private improve(name: string, { scope }: AccountCostArgs): void {
    new aws.costoptimizationhub.EnrollmentStatus(name, { includeMemberAccounts: false }, { parent: this });
    new aws.computeoptimizer.EnrollmentStatus(
      name,
      { region: scope.region, status: "Active", includeMemberAccounts: false },
      { parent: this },
    );
  }
}

function leftOut({ sizes }: AccountCostArgs): readonly string[] {
  if (sizes.costAllocationTags === "active") return [];
  return sizes.payer
    ? ["cost allocation tags, categories and the monitor of environments, until costAllocationTags is active"]
    : ["cost allocation tags, categories and the monitor of environments, which only the payer can have"];
}

function answers(name: string): readonly Declaration[] {
  const answer = (
    how: string,
    ...practices: Extract<Declaration, { family: "answers" }>["practices"]
  ): Declaration => ({
    family: "answers",
    practices,
    by: name,
    how,
  });
  return [
    answer(
      "Tags of the contract are cost allocation tags, and categories group cost by environment and service.",
      "COST03-BP02",
      "COST03-BP04",
    ),
    answer(
      "Anomalies beyond an absolute and a relative limit are told at once; the account has a budget with a forecast.",
      "COST01-BP05",
      "COST03-BP05",
    ),
    answer(
      "Cost and usage are exported by the hour and resource, in AWS's form and in FOCUS, and queried by service.",
      "COST03-BP01",
      "COST03-BP06",
    ),
    answer(
      "A commitment is proposed from the hours that never went away, with its break-even; a person buys it.",
      "COST07-BP01",
      "COST07-BP05",
    ),
    answer(
      "AWS's optimisers are enrolled; what is committed to has a budget of use and coverage.",
      "COST06-BP03",
    ),
  ];
}
