import type { Criticality } from "../core/criticality";
import type { BackedUp } from "../core/declarations";
import type { NameScope } from "../core/names";
import type { RestoreTest } from "./tiers";

/** Kinds of things that are backed up, by AWS Backup's own words. */
export type SavedKind = BackedUp["kind"];

/** What restores are tried of: each kind that something of a word has. */
export interface TestedKind {
  /** Word of criticality. */
  readonly word: Criticality;
  /** AWS Backup's resource type. */
  readonly kind: SavedKind;
}

/** Kinds that restores are tried of, each once for each word. */
export function testedKinds(
  subjects: readonly { readonly kind: SavedKind; readonly criticality: Criticality }[],
): readonly TestedKind[] {
  const pairs = new Map(
    subjects.map(({ kind, criticality }) => [`${criticality} ${kind}`, { word: criticality, kind }] as const),
  );
  return [...pairs.values()];
}

/** Name of what a word's restore tests are made of: AWS takes letters, digits and underscores. */
export function restoreTestName({ environment }: Pick<NameScope, "environment">, ...words: string[]): string {
  return [environment, ...words].join("_").replaceAll(/[^A-Za-z0-9_]/g, "_");
}

/** When restores are tried, as AWS Backup's cron expression, in UTC: on Mondays, or on the third, when people are about. */
export function restoreSchedule({ frequency, startHour }: RestoreTest): string {
  switch (frequency) {
    case "weekly":
      return `cron(0 ${startHour} ? * MON *)`;
    case "monthly":
      return `cron(0 ${startHour} 3 * ? *)`;
    case "quarterly":
      return `cron(0 ${startHour} 3 1,4,7,10 ? *)`;
  }
}

/** Days back that a recovery point is chosen from: those since the last test, so that each test is of something new. */
export function selectionDays({ frequency }: RestoreTest): number {
  return { weekly: 7, monthly: 31, quarterly: 35 }[frequency];
}

/** Where restored things stand, and what encrypts them. */
export interface Isolation<Text> {
  /** Subnet group without a way to the internet. */
  readonly subnetGroupName: Text;
  /** Subnet of that group, for what takes but one. */
  readonly subnetId: Text;
  /** Security group that admits nobody and reaches nobody, as the JSON list that AWS Backup takes. */
  readonly securityGroupIds: Text;
  /** Key that encrypts what would otherwise be under AWS's own. */
  readonly keyArn: Text;
}

/**
 * What a test says of a restore beyond what AWS Backup infers: where it stands, and its key.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing-inferred-metadata.html, as of 2026-11
 */
export function restoreMetadata<Text>(
  kind: SavedKind,
  to: Isolation<Text>,
): Readonly<Record<string, Text | string>> {
  switch (kind) {
    case "Aurora":
    case "RDS":
      return { dbSubnetGroupName: to.subnetGroupName, vpcSecurityGroupIds: to.securityGroupIds };
    case "DynamoDB":
      return { encryptionType: "KMS", kmsMasterKeyArn: to.keyArn };
    case "EC2":
      return { subnetId: to.subnetId, securityGroupIds: to.securityGroupIds, requireImdsV2: "true" };
    case "EBS":
    case "EFS":
      return { kmsKeyId: to.keyArn };
    case "S3":
      // A restored bucket keeps each object under the key that it had.
      return {};
  }
}
