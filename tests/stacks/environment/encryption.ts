import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type { SimulatedResource, Simulation } from "../../../simulator/mocks";

type Inputs = SimulatedResource["inputs"];

/** Where a type says which key encrypts it. */
type KeyOf = (inputs: Inputs, resource: SimulatedResource, simulation: Simulation) => unknown;

const at =
  (...path: readonly (string | number)[]): KeyOf =>
  (inputs) =>
    path.reduce<unknown>(
      (value, step) =>
        // Inputs of a simulation are plain JSON.
        typeof value === "object" && value !== null
          ? (value as Record<string | number, unknown>)[step]
          : undefined,
      inputs,
    );

/** A bucket's key stands in a resource of its own. */
const ofBucket: KeyOf = (_inputs, bucket, simulation) => {
  const encryption = simulation
    .ofType("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration")
    .find(({ inputs }) => inputs.bucket === bucket.id);
  return at(
    "rules",
    0,
    "applyServerSideEncryptionByDefault",
    "kmsMasterKeyId",
  )(encryption?.inputs ?? {}, bucket, simulation);
};

const ofVolume: KeyOf = (inputs, resource, simulation) =>
  at("blockDeviceMappings", 0, "ebs", "encrypted")(inputs, resource, simulation) === "true"
    ? at("blockDeviceMappings", 0, "ebs", "kmsKeyId")(inputs, resource, simulation)
    : undefined;

/** Types that hold data at rest, and where each names its key. */
export const atRest: Readonly<Record<string, KeyOf>> = {
  "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault": at("encryptionKeyArn"),
  "aws:backup/vault:Vault": at("kmsKeyArn"),
  "aws:cloudwatch/eventArchive:EventArchive": at("kmsKeyIdentifier"),
  "aws:cloudwatch/eventBus:EventBus": at("kmsKeyIdentifier"),
  "aws:cloudwatch/eventConnection:EventConnection": at("kmsKeyIdentifier"),
  "aws:cloudwatch/logAnomalyDetector:LogAnomalyDetector": at("kmsKeyId"),
  "aws:cloudwatch/logGroup:LogGroup": at("kmsKeyId"),
  "aws:dynamodb/table:Table": at("serverSideEncryption", "kmsKeyArn"),
  "aws:ec2/launchTemplate:LaunchTemplate": ofVolume,
  "aws:ecs/cluster:Cluster": at(
    "configuration",
    "managedStorageConfiguration",
    "fargateEphemeralStorageKmsKeyId",
  ),
  "aws:elasticache/replicationGroup:ReplicationGroup": at("kmsKeyId"),
  "aws:rds/cluster:Cluster": at("kmsKeyId"),
  "aws:rds/clusterInstance:ClusterInstance": at("performanceInsightsKmsKeyId"),
  "aws:rds/instance:Instance": at("kmsKeyId"),
  "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication": at("kmsKeyId"),
  "aws:s3/bucket:Bucket": ofBucket,
  "aws:scheduler/schedule:Schedule": at("kmsKeyArn"),
  "aws:s3/bucketObjectv2:BucketObjectv2": at("kmsKeyId"),
  "aws:secretsmanager/secret:Secret": at("kmsKeyId"),
  "aws:sfn/stateMachine:StateMachine": at("encryptionConfiguration", "kmsKeyId"),
  "aws:sns/topic:Topic": at("kmsMasterKeyId"),
  "aws:sqs/queue:Queue": at("kmsMasterKeyId"),
  "aws:synthetics/canary:Canary": at("kmsKeyArn"),
};

/** Things without a customer key, each with the reason. */
export const exceptions: readonly { readonly name: RegExp; readonly reason: string }[] = [
  {
    name: /^Bucket .*logs?$/,
    reason:
      "Elastic Load Balancing and S3 deliver logs only into buckets that S3 encrypts with its own keys.",
  },
  {
    name: /^LogicallyAirGappedVault /,
    reason: "Whoever takes over the account could delete a key of ours, and with it the last copies.",
  },
];

const sdk = dirname(require.resolve("@pulumi/aws/package.json"));

/** Whether the SDK's declarations give a type an argument for a key. */
function takesKey(type: string): boolean {
  const [, path = ""] = type.split(":");
  const declarations = readFileSync(join(sdk, `${path}.d.ts`), "utf8");
  const [, args = ""] = /export interface \w+Args \{([^]*?)\n\}/.exec(declarations) ?? [];
  return /^\s+\w*(kms|encrypt)\w*\??:/im.test(args);
}

/** Types of a graph that take a key and that {@link atRest} does not think of. */
export function encryptable(simulation: Simulation): readonly string[] {
  const types = new Set(simulation.resources().map(({ type }) => type));
  return [...types]
    .filter((type) => type.startsWith("aws:") && atRest[type] === undefined)
    .filter(takesKey)
    .sort();
}
