/**
 * Services whose resources AWS Backup may save, by its own words: those of which the platform builds something, and those of
 * which a fleet's application may. A service that is not opted in is left out of every plan that selects by tag, without a word.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_UpdateRegionSettings.html, as of 2026-11
 */
export const optIns: Readonly<Record<string, boolean>> = {
  Aurora: true,
  DynamoDB: true,
  EBS: true,
  EC2: true,
  EFS: true,
  RDS: true,
  S3: true,
};

/**
 * Services whose backups AWS Backup manages in full: with the vault's key instead of the source's, with copies to other
 * Regions and with cold storage. Switched off, DynamoDB's backups stay under the table's own key and never leave the Region.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/advanced-ddb-backup.html, as of 2026-11
 */
export const managedInFull: Readonly<Record<string, boolean>> = { DynamoDB: true, EFS: true };
