import type { AccountCostArgs } from "../../../infra/cost";
import type { GovernanceSizes } from "../../../infra/cost/settings";

const sizes: GovernanceSizes = {
  emails: ["team@example.com"],
  payer: true,
  costAllocationTags: "active",
  monthlyUsd: 10_000,
  anomalies: { absoluteUsd: 100, percent: 25 },
  commitments: { utilisationPercent: 80, coveragePercent: 70 },
  exportDays: 800,
};
/** What the cost of an account is governed by, with nothing that has to be asked for. */
export const costArgs: AccountCostArgs = {
  scope: { environment: "account", accountId: "111122223333", region: "eu-west-1" },
  environments: ["dev", "prod"],
  sizes,
  criticality: "standard",
  owner: "platform-team",
  keyDeletionWindowDays: 30,
};
