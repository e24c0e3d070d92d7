export { EnvironmentBudgets, type EnvironmentBudgetsArgs } from "./environment-budgets";
