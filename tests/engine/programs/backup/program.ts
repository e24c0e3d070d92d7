import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { Backup } from "../../../../infra/backup";
import { backupTags } from "../../../../infra/core/backup-tags";
import type { BackedUp } from "../../../../infra/core/declarations";

const config = new pulumi.Config();
const protect = config.requireBoolean("protect");
const word = config.require<BackedUp["criticality"]>("word");

const scope = { environment: "dev", accountId: "111122223333", region: "eu-west-1" } as const;
const provider = new aws.Provider("here", { region: scope.region, allowedAccountIds: [scope.accountId] });
const opts = { provider };

const vpc = new aws.ec2.Vpc("network", { cidrBlock: "10.20.0.0/16" }, opts);
const zones = ["eu-west-1a", "eu-west-1b"];
const subnets = zones.map(
  (availabilityZone, index) =>
    new aws.ec2.Subnet(
      `data-${index}`,
      { vpcId: vpc.id, availabilityZone, cidrBlock: `10.20.${index}.0/24` },
      opts,
    ),
);
const key = new aws.kms.Key("platform", { enableKeyRotation: true }, opts);
const group = new aws.rds.SubnetGroup("data", { name: "data", subnetIds: subnets.map(({ id }) => id) }, opts);

// Changing the word of the table alone: the database keeps its own.
const table = new aws.dynamodb.Table(
  "stock",
  {
    name: "dev-stock",
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
    identifier: "dev-workshop",
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

new Backup(
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
        arn: `arn:aws:dynamodb:eu-west-1:111122223333:table/dev-other-${criticality}`,
        criticality,
      })),
    ],
    placement: {
      vpcId: vpc.id,
      vpcCidr: "10.20.0.0/16",
      zones: zones.map((name, index) => ({ id: `euw1-az${index + 1}`, name })),
      subnets: {
        public: [],
        app: [],
        endpoints: [],
        data: subnets.map(({ id }, index) => ({
          id,
          zoneId: `euw1-az${index + 1}`,
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
      copyRegion: "eu-central-1",
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
