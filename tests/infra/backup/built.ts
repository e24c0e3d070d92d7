import * as aws from "@pulumi/aws";

import { Backup, type BackupArgs } from "../../../infra/backup";
import { simulate, type Simulation } from "../../../simulator/mocks";

const account = "111122223333";
const region = "eu-west-1";

const dataSubnets = ["euw1-az1", "euw1-az2"].map((zoneId, index) => ({
  id: `subnet-0000000000000000${index}`,
  zoneId,
  cidr: `10.20.${index}.0/24`,
}));

/** Arguments of a layer that saves something of each kind and word; sizes of a small environment. */
export const backupArgs: BackupArgs = {
  scope: { environment: "dev", accountId: account, region },
  subjects: [
    {
      family: "backedUp",
      kind: "Aurora",
      name: "sales",
      arn: `arn:aws:rds:${region}:${account}:cluster:dev-sales`,
      criticality: "critical",
    },
    {
      family: "backedUp",
      kind: "RDS",
      name: "workshop",
      arn: `arn:aws:rds:${region}:${account}:db:dev-workshop`,
      criticality: "high",
    },
    {
      family: "backedUp",
      kind: "S3",
      name: "price-lists",
      arn: "arn:aws:s3:::dev-price-lists",
      criticality: "standard",
    },
    {
      family: "backedUp",
      kind: "DynamoDB",
      name: "sessions",
      arn: `arn:aws:dynamodb:${region}:${account}:table/dev-sessions`,
      criticality: "low",
    },
  ],
  placement: {
    vpcId: "vpc-00000000000000000",
    vpcCidr: "10.20.0.0/16",
    zones: [
      { id: "euw1-az1", name: "eu-west-1a" },
      { id: "euw1-az2", name: "eu-west-1b" },
    ],
    subnets: { public: [], app: [], endpoints: [], data: dataSubnets },
  },
  key: { arn: `arn:aws:kms:${region}:${account}:key/platform`, id: "platform" },
  owner: "platform-team",
  receivers: {
    page: { "on-call": { protocol: "email", endpoint: "on-call@example.com" } },
    ticket: { tickets: { protocol: "email", endpoint: "tickets@example.com" } },
  },
  databaseWindows: { backupWindow: "01:00-02:00", maintenanceWindow: "sun:03:00-sun:04:00" },
  sizes: {
    protect: false,
    copyRegion: "eu-central-1",
    startTime: "05:00",
    breakGlassRole: "break-glass",
    keyDeletionWindowDays: 7,
    logRetentionDays: 30,
    airGappedCopies: false,
    complianceLocks: {},
  },
};

/** The same with the sizes of a large environment: every size another one, and every irreversible word said. */
export const largeArgs: BackupArgs = {
  ...backupArgs,
  scope: { ...backupArgs.scope, environment: "prod" },
  sizes: {
    protect: true,
    copyRegion: "eu-north-1",
    startTime: "06:30",
    breakGlassRole: "emergency",
    keyDeletionWindowDays: 30,
    logRetentionDays: 365,
    airGappedCopies: true,
    complianceLocks: { critical: { confirm: "prod-critical", graceDays: 14 } },
  },
};

/** The network, the platform's key and a database, which other layers make. */
const existing = [
  { type: "aws:ec2/vpc:Vpc", id: "vpc-00000000000000000" },
  ...dataSubnets.map(({ id, zoneId }) => ({
    type: "aws:ec2/subnet:Subnet",
    id,
    attributes: { vpcId: "vpc-00000000000000000", availabilityZone: zoneId },
  })),
  {
    type: "aws:kms/key:Key",
    id: "platform",
    attributes: { arn: `arn:aws:kms:${region}:${account}:key/platform` },
  },
  {
    type: "aws:rds/instance:Instance",
    id: "db-WORKSHOP",
    attributes: { arn: `arn:aws:rds:${region}:${account}:db:dev-workshop` },
  },
];

/** Builds a layer against simulated AWS. */
export async function build(args: BackupArgs): Promise<{ backup: Backup; simulation: Simulation }> {
  const simulation = simulate({ project: "platform", stack: "test", existing });
  const backup = await simulation.run(() => {
    const provider = new aws.Provider("aws", {
      region: args.scope.region,
      allowedAccountIds: [account],
      defaultTags: { tags: { Environment: args.scope.environment } },
    });
    return new Backup("backup", args, { providers: [provider] });
  });
  return { backup, simulation };
}

/** Types of what the layer builds. */
export const types = {
  vault: "aws:backup/vault:Vault",
  lock: "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
  policy: "aws:backup/vaultPolicy:VaultPolicy",
  airGapped: "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault",
  plan: "aws:backup/plan:Plan",
  selection: "aws:backup/selection:Selection",
  key: "aws:kms/key:Key",
  topic: "aws:sns/topic:Topic",
  queue: "aws:sqs/queue:Queue",
  rule: "aws:cloudwatch/eventRule:EventRule",
} as const;

/** A rule of a plan, as AWS is given it. */
export interface PlanRule {
  readonly ruleName: string;
  readonly targetVaultName: string;
  readonly schedule: string;
  readonly startWindow: number;
  readonly completionWindow: number;
  readonly enableContinuousBackup?: boolean;
  readonly lifecycle: { readonly deleteAfter: number; readonly coldStorageAfter?: number };
  readonly recoveryPointTags: Readonly<Record<string, string>>;
  readonly copyActions?: readonly {
    readonly destinationVaultArn: string;
    readonly lifecycle: { readonly deleteAfter: number; readonly coldStorageAfter?: number };
  }[];
  readonly scanActions?: readonly { readonly scanMode: string }[];
}

/** Rules of every plan, by the plan's logical name. */
export function plannedRules(simulation: Simulation): ReadonlyMap<string, readonly PlanRule[]> {
  return new Map(
    simulation
      .ofType(types.plan)
      // The provider's check has seen that they are rules.
      .map(({ name, inputs }) => [name, inputs.rules as unknown as readonly PlanRule[]] as const),
  );
}
