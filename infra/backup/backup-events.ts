import type { Scope } from "../core/scope";
import { vaultCalls } from "../core/vault-calls";
import type { VaultSite } from "./backup-names";

/** A rule on the Region's default bus, by what it looks for. */
export interface BackupEventRule {
  /** Name, within the layer. */
  readonly name: string;
  /** What is told, as people read it. */
  readonly description: string;
  /** Pattern of the events. */
  readonly pattern: Readonly<Record<string, unknown>>;
}

const callsOf = (eventNames: readonly string[], more: object): BackupEventRule["pattern"] => ({
  source: ["aws.backup"],
  "detail-type": ["AWS API Call via CloudTrail"],
  detail: { eventSource: ["backup.amazonaws.com"], eventName: eventNames, ...more },
});

/**
 * What is listened to in the Region of copies, which monitoring of the environment's own Region does not hear: calls that take
 * copies away. Names of an environment's vaults begin with it, so that environments of one account do not hear of one another.
 *
 * Source of the fields: https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html, as of 2026-11
 */
export function backupEventRules({ environment }: Scope, site: VaultSite): readonly BackupEventRule[] {
  if (site === "home") return [];
  return [
    {
      name: "tampering",
      description: "Somebody deletes, or tries to delete, a recovery point, a lock or a vault",
      pattern: callsOf(vaultCalls, {
        requestParameters: { backupVaultName: [{ prefix: `${environment}-` }] },
      }),
    },
  ];
}
