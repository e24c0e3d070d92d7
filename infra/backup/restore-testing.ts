import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { backupTag, backupTagValue } from "../core/backup-tags";
import type { Criticality } from "../core/criticality";
import { physicalName } from "../core/names";
import type { Placement } from "../core/placement";
import type { Scope } from "../core/scope";
import type { Arn } from "./backup-args";
import {
  type Isolation,
  restoreMetadata,
  restoreSchedule,
  restoreTestName,
  selectionDays,
  type TestedKind,
} from "./restore-plan";
import type { BackupTier, RestoreTest } from "./tiers";

/** Arguments of {@link RestoreTesting}. */
export interface RestoreTestingArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Where restored things stand. */
  readonly placement: Placement;
  /** Kinds that restores are tried of, by word. */
  readonly kinds: readonly TestedKind[];
  /** What each word means. */
  readonly tiers: Readonly<Record<Criticality, BackupTier>>;
  /** Vault of each word. */
  readonly vaultArns: Readonly<Record<string, Arn>>;
  /** Key that encrypts what would otherwise be under AWS's own: that of the vaults. */
  readonly keyArn: Arn;
  /** Role in which AWS Backup restores. */
  readonly restoreRoleArn: Arn;
}

/** Hours that what was restored is there to be looked at, before AWS Backup deletes it. */
const validationWindowHours = 4;

/** Tries restores of each kind of thing, as often as its word says, where nobody reaches them and they reach nobody. */
export class RestoreTesting extends pulumi.ComponentResource {
  public constructor(
    name: string,
    private readonly args: RestoreTestingArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("platform:backup:RestoreTesting", name, {}, opts);
    const isolation = this.isolate(name);
    const words = [...new Set(args.kinds.map(({ word }) => word))];
    for (const word of words) {
      const test = args.tiers[word].restoreTest;
      if (test !== undefined) this.test(`${name}-${word}`, word, test, isolation);
    }
    this.registerOutputs({});
  }

  /** A subnet group of the data tier, which has no way to the internet, and a security group without a single rule. */
  private isolate(name: string): Isolation<Arn> {
    const { scope, placement, keyArn } = this.args;
    const groupName = physicalName("db-subnet-group", scope, name);
    const group = new aws.rds.SubnetGroup(
      name,
      {
        name: groupName,
        description: "Restore tests: the data tier",
        subnetIds: placement.subnets.data.map(({ id }) => id),
        tags: { Name: groupName },
      },
      { parent: this },
    );
    const securityName = physicalName("security-group", scope, name);
    const security = new aws.ec2.SecurityGroup(
      name,
      {
        name: securityName,
        description: "Restore tests: nobody in, nobody out",
        vpcId: placement.vpcId,
        tags: { Name: securityName },
      },
      { parent: this },
    );
    return {
      subnetGroupName: group.name,
      subnetId: placement.subnets.data[0]?.id ?? "",
      securityGroupIds: pulumi.jsonStringify([security.id]),
      keyArn,
    };
  }

  private test(name: string, word: Criticality, test: RestoreTest, isolation: Isolation<Arn>): void {
    const { scope, kinds, vaultArns, restoreRoleArn } = this.args;
    const plan = new aws.backup.RestoreTestingPlan(
      name,
      {
        name: restoreTestName(scope, word),
        scheduleExpression: restoreSchedule(test),
        scheduleExpressionTimezone: "Etc/UTC",
        startWindowHours: test.windowHours,
        recoveryPointSelection: {
          algorithm: "LATEST_WITHIN_WINDOW",
          includeVaults: [vaultArns[word] ?? "*"],
          recoveryPointTypes: ["SNAPSHOT"],
          selectionWindowDays: selectionDays(test),
        },
        tags: { Criticality: word, Name: restoreTestName(scope, word) },
      },
      { parent: this },
    );
    for (const { kind } of kinds.filter((tested) => tested.word === word)) {
      new aws.backup.RestoreTestingSelection(
        `${name}-${kind}`,
        {
          name: restoreTestName(scope, word, kind),
          restoreTestingPlanName: plan.name,
          iamRoleArn: restoreRoleArn,
          protectedResourceType: kind,
          protectedResourceConditions: {
            stringEquals: [{ key: `aws:ResourceTag/${backupTag}`, value: backupTagValue(scope, word) }],
          },
          restoreMetadataOverrides: { ...restoreMetadata(kind, isolation) },
          validationWindowHours,
        },
        { parent: this },
      );
    }
  }
}
