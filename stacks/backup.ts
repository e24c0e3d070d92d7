import type * as pulumi from "@pulumi/pulumi";

import { Backup } from "../infra/backup";
import { accountRoles } from "../infra/core/account-roles";
import { ofFamily } from "../infra/core/declarations";
import type { Compute } from "../infra/compute";
import type { Data } from "../infra/data";
import type { Integration } from "../infra/integration";
import type { Network } from "../infra/network";

import type { WorkloadConfiguration } from "./config";

/** What an environment is made of, before it is saved. */
interface Built {
  readonly network: Network;
  readonly data: Data;
  readonly integration: Integration;
  readonly compute: Compute;
}

/** Backups of all that an environment says is backed up. */
export function environmentBackup(
  configuration: WorkloadConfiguration,
  built: Built,
  opts: pulumi.ComponentResourceOptions,
): Backup {
  const { region, accountId, tags } = configuration.identity;
  const { network, data, integration, compute } = built;
  const declarations = [network, data, integration, compute].flatMap((layer) => layer.declarations);
  return new Backup(
    "backup",
    {
      scope: { environment: tags.environment, accountId, region },
      subjects: ofFamily(declarations, "backedUp"),
      placement: network.placement,
      key: data.keys.platform,
      owner: tags.owner,
      receivers: configuration.monitoring.subscriptions,
      databaseWindows: configuration.data,
      sizes: { ...configuration.backup, breakGlassRole: accountRoles.breakGlass },
    },
    opts,
  );
}
