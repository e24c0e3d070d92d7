import type * as pulumi from "@pulumi/pulumi";

import { AccountBackup } from "../infra/backup";
import { Protection } from "../infra/protection";

import type { AccountConfiguration } from "./config";
import { stackProvider } from "./provider";

/** What a stack of the `account` program tells the outside. */
export interface AccountOutputs {
  /** ARN of the key that encrypts volumes by default, by Region. */
  readonly volumeKeyArns: Readonly<Record<string, pulumi.Output<string>>>;
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

  return { volumeKeyArns: protection.volumeKeyArns };
}
