import type * as pulumi from "@pulumi/pulumi";

import { Backup } from "../infra/backup";
import { type Declaration, ofFamily } from "../infra/core/declarations";

import type { WorkloadConfiguration } from "./config";

/** Backups of all that an environment says is backed up. */
export function environmentBackup(
  { identity, data, backup }: WorkloadConfiguration,
  built: readonly Declaration[],
  opts: pulumi.ComponentResourceOptions,
): Backup {
  const { region, accountId, tags } = identity;
  return new Backup(
    "backup",
    {
      scope: { environment: tags.environment, accountId, region },
      subjects: ofFamily(built, "backedUp"),
      owner: tags.owner,
      databaseWindows: data,
      sizes: backup,
    },
    opts,
  );
}
