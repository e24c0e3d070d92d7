import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import {
  type BackupAudit,
  backupAudit,
  backupAuditTag,
  backupTag,
  backupTagValue,
} from "../core/backup-tags";
import type { Criticality } from "../core/criticality";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";
import type { Arn } from "./backup-args";
import { planName } from "./backup-names";
import { copyActions, type Destinations, lifecycleOf } from "./plan-rules";
import { completionWindowMinutes, scheduleOf, startWindowMinutes } from "./schedule";
import { type BackupTier, isScanned, rulesOf } from "./tiers";

/** Arguments of {@link TierPlan}. */
export interface TierPlanArgs extends Destinations<Arn> {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Word of criticality that it is the plan of. */
  readonly word: Criticality;
  /** What the word means. */
  readonly tier: BackupTier;
  /** Time at which its daily backup starts, in UTC. */
  readonly startTime: string;
  /** Role in which AWS Backup makes backups. */
  readonly backupRoleArn: Arn;
  /** Role in which GuardDuty searches them; nothing where no word has them searched. */
  readonly scannerRoleArn: Arn | undefined;
}

/** Shortest retention that the account's audit accepts, in days; what is kept for less is not shown to it. */
const auditedDays = 35;

function auditOf(word: Criticality, keepDays: number): BackupAudit {
  return keepDays < auditedDays ? "excluded" : backupAudit(word);
}

/** Kinds of recovery points that GuardDuty can search. */
const scannable = ["EBS", "EC2", "S3"];

/** The plan of one word of criticality, and its selection: whatever carries the environment's tag of that word. */
export class TierPlan extends pulumi.ComponentResource {
  /** Id of the plan. */
  public readonly planId: pulumi.Output<string>;

  public constructor(name: string, args: TierPlanArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:backup:TierPlan", name, {}, opts);
    const plan = this.plan(name, args);
    this.select(name, args, plan);
    this.planId = plan.id;
    this.registerOutputs({ planId: this.planId });
  }

  private plan(name: string, args: TierPlanArgs): aws.backup.Plan {
    const { scope, word, tier, startTime, scannerRoleArn } = args;
    const audit = { [backupAuditTag]: backupAudit(word) };
    return new aws.backup.Plan(
      name,
      {
        name: planName(scope, word),
        rules: rulesOf(tier).map((rule) => ({
          ruleName: rule.name,
          targetVaultName: args.vaultName,
          schedule: scheduleOf(rule.name, startTime),
          scheduleExpressionTimezone: "Etc/UTC",
          startWindow: startWindowMinutes,
          completionWindow: completionWindowMinutes,
          enableContinuousBackup: rule.name === "continuous",
          lifecycle: lifecycleOf(rule),
          copyActions: copyActions(rule, args),
          recoveryPointTags: {
            [backupAuditTag]: auditOf(word, rule.keepDays),
            Environment: scope.environment,
            Criticality: word,
            Rule: rule.name,
          },
          ...(rule.scan === undefined
            ? {}
            : { scanActions: [{ malwareScanner: "GUARDDUTY", scanMode: rule.scan }] }),
        })),
        ...(isScanned(tier) && scannerRoleArn !== undefined
          ? {
              scanSettings: [
                {
                  malwareScanner: "GUARDDUTY",
                  resourceTypes: scannable,
                  scannerRoleArn,
                },
              ],
            }
          : {}),
        tags: { ...audit, Criticality: word, Name: planName(scope, word) },
      },
      { parent: this },
    );
  }

  private select(name: string, { scope, word, backupRoleArn }: TierPlanArgs, plan: aws.backup.Plan): void {
    new aws.backup.Selection(
      name,
      {
        name: planName(scope, word),
        planId: plan.id,
        iamRoleArn: backupRoleArn,
        selectionTags: [{ type: "STRINGEQUALS", key: backupTag, value: backupTagValue(scope, word) }],
        notResources: restoreTestArns(scope),
      },
      { parent: this },
    );
  }
}

/** What restore tests make: it may carry the tags of what it was made from, and lives for hours. */
function restoreTestArns({ region, accountId }: Scope): string[] {
  const partition = partitionOf(region);
  const restored = "awsbackup-restore-test-*";
  return [
    `arn:${partition}:rds:${region}:${accountId}:cluster:${restored}`,
    `arn:${partition}:rds:${region}:${accountId}:db:${restored}`,
    `arn:${partition}:dynamodb:${region}:${accountId}:table/${restored}`,
    `arn:${partition}:s3:::${restored}`,
  ];
}
