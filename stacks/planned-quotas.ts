import type { Region } from "../infra/core/region";
import type { EnvironmentUse } from "../infra/quotas/settings";

import * as planned from "./quota-plan.json";

/** What an environment uses of quotas, and whose they are. */
interface PlannedUse extends EnvironmentUse {
  /** Account that the environment belongs to, twelve digits. */
  readonly accountId: string;
}

// TypeScript reads JSON's words as plain texts; the tool that writes the file takes them from checked configuration.
const environments: Readonly<Record<string, PlannedUse>> = planned.environments as Readonly<
  Record<string, { accountId: string; region: Region; uses: Record<string, number> }>
>;

/** What every environment of an account uses of quotas at its maximum, by name, from the committed plan. */
export function plannedQuotas(accountId: string): Readonly<Record<string, EnvironmentUse>> {
  return Object.fromEntries(
    Object.entries(environments)
      .filter(([, environment]) => environment.accountId === accountId)
      .map(([name, { region, uses }]) => [name, { region, uses }]),
  );
}
