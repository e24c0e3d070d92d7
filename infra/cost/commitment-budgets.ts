import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { GovernanceSizes } from "./governance-problems";

/** Services whose reservations the platform could have. AWS watches reservations of one service in a budget. */
const reserved = { database: "Amazon Relational Database Service", cache: "Amazon ElastiCache" } as const;

/** Budgets of commitments count what was subscribed to alone; AWS refuses the usual kinds of cost in them. */
const subscribedAlone: aws.types.input.budgets.BudgetCostTypes = {
  includeCredit: false,
  includeDiscount: false,
  includeOtherSubscription: false,
  includeRecurring: false,
  includeRefund: false,
  includeSubscription: true,
  includeSupport: false,
  includeTax: false,
  includeUpfront: false,
  useBlended: false,
};

/** Budgets that speak when less of a commitment is used, or less of the use is committed to, than is expected. */
export function commitmentBudgets(
  { utilisationPercent, coveragePercent }: GovernanceSizes["commitments"],
  topicArn: pulumi.Input<string>,
): readonly (Omit<aws.budgets.BudgetArgs, "name" | "timeUnit"> & { readonly word: string })[] {
  const budget = (word: string, budgetType: string, threshold: number, service?: string) => ({
    word,
    budgetType,
    limitAmount: "100.0",
    limitUnit: "PERCENTAGE",
    costTypes: subscribedAlone,
    ...(service === undefined ? {} : { costFilters: [{ name: "Service", values: [service] }] }),
    notifications: [
      {
        comparisonOperator: "LESS_THAN",
        notificationType: "ACTUAL",
        threshold,
        thresholdType: "PERCENTAGE",
        subscriberSnsTopicArns: [topicArn],
      },
    ],
  });
  return [
    budget("savings-plans-utilisation", "SAVINGS_PLANS_UTILIZATION", utilisationPercent),
    budget("savings-plans-coverage", "SAVINGS_PLANS_COVERAGE", coveragePercent),
    ...Object.entries(reserved).flatMap(([word, service]) => [
      budget(`${word}-reservations-utilisation`, "RI_UTILIZATION", utilisationPercent, service),
      budget(`${word}-reservations-coverage`, "RI_COVERAGE", coveragePercent, service),
    ]),
  ];
}
