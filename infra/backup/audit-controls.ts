import { backupAuditTag } from "../core/backup-tags";

/** A parameter of a control. */
interface Parameter {
  readonly name: string;
  readonly value: string;
}

/** A control of AWS Backup's Audit Manager. */
export interface AuditControl {
  /** Name, as AWS Backup spells it. */
  readonly name: string;
  /** Parameters; none where AWS has none. */
  readonly inputParameters: Parameter[];
  /** What it looks at: what carries the tag of the audit, so that `low`, which fails it by design, is left out. */
  readonly scope: { readonly tags: Record<string, string> };
}

function control(name: string, parameters: Readonly<Record<string, string | number>> = {}): AuditControl {
  return {
    name,
    inputParameters: Object.entries(parameters).map(([key, value]) => ({ name: key, value: String(value) })),
    scope: { tags: { [backupAuditTag]: "included" } },
  };
}

/**
 * Controls of the audit. A Region of an account has room for 50 in all its frameworks, so there is one framework for all
 * environments of an account. Left out: copies to other accounts, since the platform makes none, and the time that restores take,
 * which each word has its own alarm for.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html, as of 2026-11
 */
export const auditControls: readonly AuditControl[] = [
  control("BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN"),
  control("BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK", {
    requiredFrequencyUnit: "days",
    requiredFrequencyValue: 1,
    requiredRetentionDays: 35,
  }),
  control("BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED"),
  control("BACKUP_RECOVERY_POINT_ENCRYPTED"),
  control("BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK", { requiredRetentionDays: 35 }),
  control("BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION"),
  control("BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK"),
  control("BACKUP_LAST_RECOVERY_POINT_CREATED", { recoveryPointAgeUnit: "days", recoveryPointAgeValue: 1 }),
];

/** Most controls that a Region of an account has room for, in all its frameworks. */
export const mostControls = 50;
