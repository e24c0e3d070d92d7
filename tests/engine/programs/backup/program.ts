import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { Backup } from "../../../../infra/backup";
import { backupTags } from "../../../../infra/core/backup-tags";
import type { BackedUp } from "../../../../infra/core/declarations";
import { type Region, zoneIdsOf } from "../../../../infra/core/region";
import { promisesOf } from "../../../../stacks/promises";

const config = new pulumi.Config();
const protect = config.requireBoolean("protect");
const word = config.require<BackedUp["criticality"]>("word");
const standsInFor = config.get("standsInFor");

const scope = {
  environment: pulumi.getStack(),
  accountId: "111122223333",
  region: config.require<Region>("region"),
};
const provider = new aws.Provider("here", { region: scope.region, allowedAccountIds: [scope.accountId] });
const opts = { provider };

const vpc = new aws.ec2.Vpc("network", { cidrBlock: "10.20.0.0/16" }, opts);
const zones = zoneIdsOf(scope.region)
  .slice(0, 2)
  .map((id, index) => ({ id, name: `${scope.region}${"ab".charAt(index)}` }));
const subnets = zones.map(
  ({ name: availabilityZone }, index) =>
    new aws.ec2.Subnet(
      `data-${index}`,
      { vpcId: vpc.id, availabilityZone, cidrBlock: `10.20.${index}.0/24` },
      opts,
    ),
);
const key = new aws.kms.Key("platform", { enableKeyRotation: true }, opts);
const group = new aws.rds.SubnetGroup(
  "data",
  { name: `${scope.environment}-data`, subnetIds: subnets.map(({ id }) => id) },
  opts,
);

// Changing the word of the table alone: the database keeps its own.
const table = new aws.dynamodb.Table(
  "stock",
  {
    name: `${scope.environment}-stock`,
    billingMode: "PAY_PER_REQUEST",
    hashKey: "id",
    attributes: [{ name: "id", type: "S" }],
    pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
    serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
    tags: { ...backupTags(scope, word) },
  },
  { ...opts, protect },
);
const database = new aws.rds.Instance(
  "workshop",
  {
    identifier: `${scope.environment}-workshop`,
    engine: "mysql",
    engineVersion: "8.4",
    instanceClass: "db.t4g.small",
    allocatedStorage: 20,
    username: "platform_owner",
    manageMasterUserPassword: true,
    masterUserSecretKmsKeyId: key.arn,
    storageEncrypted: true,
    kmsKeyId: key.arn,
    dbSubnetGroupName: group.name,
    skipFinalSnapshot: true,
    tags: { ...backupTags(scope, "high") },
  },
  { ...opts, protect },
);

const backup = new Backup(
  "backup",
  {
    scope,
    subjects: [
      { family: "backedUp", kind: "DynamoDB", name: "stock", arn: table.arn, criticality: word },
      { family: "backedUp", kind: "RDS", name: "workshop", arn: database.arn, criticality: "high" },
      // So that each plan, and its restore test, is there whatever the table's word is.
      ...(["standard", "critical"] as const).map((criticality) => ({
        family: "backedUp" as const,
        kind: "DynamoDB" as const,
        name: `other-${criticality}`,
        arn: `arn:aws:dynamodb:${scope.region}:${scope.accountId}:table/${scope.environment}-other-${criticality}`,
        criticality,
      })),
    ],
    placement: {
      vpcId: vpc.id,
      vpcCidr: "10.20.0.0/16",
      zones,
      subnets: {
        public: [],
        app: [],
        endpoints: [],
        data: subnets.map(({ id }, index) => ({
          id,
          zoneId: zones[index]?.id ?? "",
          cidr: `10.20.${index}.0/24`,
        })),
      },
    },
    key: { arn: key.arn, id: key.keyId },
    owner: "platform-team",
    receivers: {
      page: { "on-call": { protocol: "email", endpoint: "on-call@example.com" } },
      ticket: { tickets: { protocol: "email", endpoint: "tickets@example.com" } },
    },
    databaseWindows: { backupWindow: "01:00-02:00", maintenanceWindow: "sun:03:00-sun:04:00" },
    sizes: {
      protect,
      copyRegion: config.require<Region>("copyRegion"),
      startTime: "05:00",
      breakGlassRole: "break-glass",
      keyDeletionWindowDays: 7,
      logRetentionDays: 30,
      airGappedCopies: false,
      complianceLocks: {},
    },
  },
  { providers: [provider] },
);

export const backupCopyVaultArns = backup.copyVaultArns;
export const backupCopyKeyArn = backup.copyKeyArn;
export const replicatedBackupArns = backup.replicatedArns;

const shop = { domain: "shop.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" };
export const frontDoor = { ...shop, failoverRole: "primary" };
export const running = {
  clusterArn: `arn:aws:ecs:${scope.region}:${scope.accountId}:cluster/${scope.environment}`,
  serviceArns: {},
  groupArns: {},
};
export const recoverFrom =
  standsInFor === undefined
    ? undefined
    : promisesOf({
        ...{ ...scope, standsInFor, frontDoor: { ...shop, failoverRole: "secondary" } },
        runs: { services: [], fleets: [] },
      });
