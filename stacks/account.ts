import type * as pulumi from "@pulumi/pulumi";

import { AccountBackup } from "../infra/backup";
import { Protection } from "../infra/protection";
import { Quotas } from "../infra/quotas";
import type { QuotaRow } from "../infra/quotas/settings";

import type { AccountConfiguration } from "./config";
import { plannedQuotas } from "./planned-quotas";
import { stackProvider } from "./provider";

/** What a stack of the `account` program tells the outside. */
export interface AccountOutputs {
  /** ARN of the key that encrypts volumes by default, by Region. */
  readonly volumeKeyArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** What environments plan of each quota, against what there is. */
  readonly quotaPlan: readonly QuotaRow[];
}

/** An AWS account: everything of which an account, or a Region of it, has exactly one. */
export function account(configuration: AccountConfiguration): AccountOutputs {
  const { accountId, tags } = configuration.identity;
  const provider = stackProvider(configuration.identity);

  const protection = new Protection(
    "protection",
    {
      ...configuration.protection,
      accountId,
      environment: tags.environment,
      criticality: tags.criticality,
      owner: tags.owner,
    },
    { providers: [provider] },
  );

  new AccountBackup("backup", { regions: configuration.protection.regions }, { providers: [provider] });

  const quotas = new Quotas(
    "quotas",
    {
      ...configuration.quotas,
      regions: configuration.protection.regions,
      keyDeletionWindowDays: configuration.protection.keyDeletionWindowDays,
      environments: plannedQuotas(accountId),
      accountId,
      environment: tags.environment,
      criticality: tags.criticality,
      owner: tags.owner,
    },
    { providers: [provider] },
  );

  return { volumeKeyArns: protection.volumeKeyArns, quotaPlan: quotas.plan };
}
