export { AccountCost } from "./account-cost";
export type { AccountCostArgs } from "./account-cost-args";
export { EnvironmentBudgets, type EnvironmentBudgetsArgs } from "./environment-budgets";
