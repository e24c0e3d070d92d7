import type * as pulumi from "@pulumi/pulumi";

import { Backup } from "../infra/backup";
import { type Declaration, ofFamily } from "../infra/core/declarations";
import type { Data } from "../infra/data";
import type { Network } from "../infra/network";

import type { WorkloadConfiguration } from "./config";

/** What an environment is made of, before it is saved. */
interface Built {
  /** What its layers declare. */
  readonly built: readonly Declaration[];
  /** Where restores are tried. */
  readonly network: Network;
  /** Whose key encrypts what looks at them. */
  readonly data: Data;
}

/** Backups of all that an environment says is backed up. */
export function environmentBackup(
  configuration: WorkloadConfiguration,
  { built, network, data }: Built,
  opts: pulumi.ComponentResourceOptions,
): Backup {
  const { region, accountId, tags } = configuration.identity;
  return new Backup(
    "backup",
    {
      scope: { environment: tags.environment, accountId, region },
      subjects: ofFamily(built, "backedUp"),
      placement: network.placement,
      key: data.keys.platform,
      owner: tags.owner,
      databaseWindows: configuration.data,
      sizes: configuration.backup,
    },
    opts,
  );
}
