import * as assert from "node:assert/strict";
import { SimulatedAws } from "../../simulator";
import type { WireObject } from "../../simulator/wire";
import { text } from "./text";

const SETTINGS = { region: "eu-west-1", accountId: "123456789012", defaultTags: {}, allowedAccountIds: [] };

type Resources = Readonly<Record<string, readonly [type: string, inputs: WireObject]>>;

interface Built {
  readonly aws: SimulatedAws;
  readonly id: Record<string, string>;
  readonly outputs: Record<string, WireObject>;
}

const urnOf = (type: string, name: string): string => `urn:pulumi:dev::lab::${type}::${name}`;

/** Creates one after another; an input `@name` stands for the id of a resource made before. */
async function build(resources: Resources): Promise<Built> {
  const aws = new SimulatedAws();
  const id: Record<string, string> = {};
  const outputs: Record<string, WireObject> = {};
  for (const [name, [type, given]] of Object.entries(resources)) {
    const resolved = JSON.stringify(given).replace(/"@(\w+)"/g, (_, made: string) =>
      JSON.stringify(id[made]),
    );
    const urn = urnOf(type, name);
    const inputs = JSON.parse(resolved) as WireObject;
    const checked = aws.check({ urn, type, inputs, settings: SETTINGS });
    assert.deepEqual(checked.failures, []);
    const made = await aws.create({ urn, type, inputs: checked.inputs, settings: SETTINGS, preview: false });
    id[name] = made.id;
    outputs[name] = made.outputs;
  }
  return { aws, id, outputs };
}

const network: Resources = {
  vpc: ["aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" }],
  one: ["aws:ec2/subnet:Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/24", availabilityZone: "eu-west-1a" }],
  two: ["aws:ec2/subnet:Subnet", { vpcId: "@vpc", cidrBlock: "10.0.1.0/24", availabilityZone: "eu-west-1b" }],
};
const subnetGroup = [
  "aws:rds/subnetGroup:SubnetGroup",
  { name: "data", subnetIds: ["@one", "@two"] },
] as const;
const clusterInputs = {
  clusterIdentifier: "orders",
  engine: "aurora-postgresql",
  engineVersion: "17",
  manageMasterUserPassword: true,
  finalSnapshotIdentifier: "orders-final",
};
const cluster = ["aws:rds/cluster:Cluster", clusterInputs] as const;
const clusterInstance = [
  "aws:rds/clusterInstance:ClusterInstance",
  {
    identifier: "orders-1",
    clusterIdentifier: "@cluster",
    engine: "aurora-postgresql",
    instanceClass: "db.serverless",
  },
] as const;
const instanceInputs = {
  identifier: "people",
  engine: "postgres",
  instanceClass: "db.t4g.small",
  finalSnapshotIdentifier: "people-final",
};
const target = [
  "aws:appautoscaling/target:Target",
  {
    serviceNamespace: "rds",
    scalableDimension: "rds:cluster:ReadReplicaCount",
    resourceId: "cluster:orders",
    minCapacity: 0,
    maxCapacity: 2,
  },
] as const;
const tableInputs = {
  name: "counters",
  billingMode: "PAY_PER_REQUEST",
  hashKey: "id",
  attributes: [{ name: "id", type: "S" }],
};
const bucket = ["aws:s3/bucket:Bucket", { bucket: "dev-documents" }] as const;
const replication = {
  replicationGroupId: "sessions",
  description: "Sessions",
  numCacheClusters: 2,
  automaticFailoverEnabled: true,
};
const user = (inputs: WireObject): readonly [string, WireObject] => [
  "aws:elasticache/user:User",
  { engine: "valkey", accessString: "off -@all", ...inputs },
];

describe("simulator/resource-types of data", () => {
  it("give hosts, ids and ARNs in AWS's formats", async () => {
    const { id, outputs } = await build({
      cluster,
      instance: ["aws:rds/instance:Instance", instanceInputs],
      table: ["aws:dynamodb/table:Table", tableInputs],
      bucket,
      cache: ["aws:elasticache/replicationGroup:ReplicationGroup", replication],
      secret: ["aws:secretsmanager/secret:Secret", { name: "dev/gateway" }],
      topic: ["aws:sns/topic:Topic", { name: "dev-events" }],
    });
    const attributes = (name: string): WireObject => outputs[name] ?? {};
    const { endpoint, readerEndpoint, clusterResourceId, arn } = attributes("cluster");
    assert.match(text(endpoint), /^orders\.cluster-[0-9a-f]{12}\.eu-west-1\.rds\.amazonaws\.com$/);
    assert.match(text(readerEndpoint), /^orders\.cluster-ro-/);
    assert.match(text(clusterResourceId), /^cluster-[A-Z0-9]{26}$/);
    assert.equal(arn, "arn:aws:rds:eu-west-1:123456789012:cluster:orders");
    const instance = attributes("instance");
    assert.match(id.instance ?? "", /^db-[A-Z0-9]{26}$/);
    assert.equal(instance.resourceId, id.instance);
    assert.equal(instance.endpoint, `${text(instance.address)}:5432`);
    assert.equal(attributes("table").arn, "arn:aws:dynamodb:eu-west-1:123456789012:table/counters");
    assert.equal(attributes("bucket").arn, "arn:aws:s3:::dev-documents");
    assert.deepEqual(attributes("cache").memberClusters, ["sessions-001", "sessions-002"]);
    assert.match(id.secret ?? "", /:secret:dev\/gateway-[0-9a-f]{6}$/);
    assert.equal(id.topic, "arn:aws:sns:eu-west-1:123456789012:dev-events");
  });

  it("keep a managed password in a secret of RDS, which a rotation may name", async () => {
    const { outputs, aws, id } = await build({ cluster });
    const [secret] = outputs.cluster?.masterUserSecrets as { secretArn: string }[];
    assert.match(secret?.secretArn ?? "", /:secret:rds!orders-[0-9a-f]{6}$/);
    const type = "aws:secretsmanager/secretRotation:SecretRotation";
    const inputs = { secretId: secret?.secretArn ?? "", rotationRules: { automaticallyAfterDays: 7 } };
    await aws.create({ urn: urnOf(type, "r"), type, inputs, settings: SETTINGS, preview: false });
    assert.equal(id.cluster, "orders");
  });

  const refused: readonly (readonly [title: string, message: RegExp, resources: Resources])[] = [
    [
      "a subnet group in one zone",
      /DBSubnetGroupDoesNotCoverEnoughAZs/,
      { ...network, group: ["aws:rds/subnetGroup:SubnetGroup", { name: "data", subnetIds: ["@one"] }] },
    ],
    [
      "a cluster in a subnet group that does not exist",
      /DBSubnetGroupNotFoundFault/,
      { cluster: [cluster[0], { ...clusterInputs, dbSubnetGroupName: "none" }] },
    ],
    [
      "advanced insights that are not kept for 15 months",
      /databaseInsightsMode advanced requires/,
      {
        cluster: [
          cluster[0],
          {
            ...clusterInputs,
            databaseInsightsMode: "advanced",
            performanceInsightsEnabled: true,
            performanceInsightsRetentionPeriod: 7,
          },
        ],
      },
    ],
    [
      "two databases of a name, in a cluster or not",
      /DBInstanceAlreadyExists/,
      {
        cluster,
        clusterInstance,
        instance: ["aws:rds/instance:Instance", { ...instanceInputs, identifier: "orders-1" }],
      },
    ],
    [
      "a parameter that is set twice",
      /set twice/,
      {
        group: [
          "aws:rds/parameterGroup:ParameterGroup",
          {
            name: "people",
            family: "postgres17",
            parameters: [
              { name: "a", value: "1" },
              { name: "a", value: "2" },
            ],
          },
        ],
      },
    ],
    [
      "a subscription to a database that does not exist",
      /SourceNotFound: sourceIds names none/,
      {
        topic: ["aws:sns/topic:Topic", { name: "events" }],
        s: [
          "aws:rds/eventSubscription:EventSubscription",
          { name: "events", snsTopic: "@topic", sourceType: "db-cluster", sourceIds: ["none"] },
        ],
      },
    ],
    [
      "a scaling policy of what is not registered",
      /ObjectNotFoundException/,
      {
        policy: [
          "aws:appautoscaling/policy:Policy",
          { name: "p", serviceNamespace: "rds", scalableDimension: "x", resourceId: "cluster:orders" },
        ],
      },
    ],
    [
      "more capacity at least than at most",
      /maxCapacity is 2/,
      { target: [target[0], { ...target[1], minCapacity: 3 }] },
    ],
    [
      "attributes of a table that are no keys",
      /attributes are id, other; they must be those of the keys: id/,
      {
        table: [
          "aws:dynamodb/table:Table",
          { ...tableInputs, attributes: [...tableInputs.attributes, { name: "other", type: "S" }] },
        ],
      },
    ],
    [
      "a provisioned table without capacity",
      /PROVISIONED requires/,
      { table: ["aws:dynamodb/table:Table", { ...tableInputs, billingMode: "PROVISIONED" }] },
    ],
    [
      "failover without a second node",
      /at least 2 nodes/,
      {
        cache: ["aws:elasticache/replicationGroup:ReplicationGroup", { ...replication, numCacheClusters: 1 }],
      },
    ],
    [
      "an IAM user of another name than its id",
      /userName is b; with IAM authentication/,
      { u: user({ userId: "a", userName: "b", authenticationMode: { type: "iam" } }) },
    ],
    [
      "a user group of a user that does not exist",
      /UserNotFound/,
      {
        g: [
          "aws:elasticache/userGroup:UserGroup",
          { engine: "valkey", userGroupId: "users", userIds: ["none"] },
        ],
      },
    ],
    [
      "a policy of a bucket that does not exist",
      /NoSuchBucket/,
      { policy: ["aws:s3/bucketPolicy:BucketPolicy", { bucket: "none", policy: "{}" }] },
    ],
    ["a bucket twice", /BucketAlreadyOwnedByYou/, { bucket, again: bucket }],
    [
      "rare access before a month is over",
      /at least 30 are required/,
      {
        bucket,
        lifecycle: [
          "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
          {
            bucket: "@bucket",
            rules: [{ id: "a", status: "Enabled", transitions: [{ days: 29, storageClass: "STANDARD_IA" }] }],
          },
        ],
      },
    ],
    [
      "the rotation of a secret that does not exist",
      /ResourceNotFoundException/,
      {
        r: [
          "aws:secretsmanager/secretRotation:SecretRotation",
          { secretId: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:none" },
        ],
      },
    ],
  ];
  for (const [title, message, resources] of refused) {
    it(`refuse ${title}`, () => assert.rejects(build(resources), message));
  }

  it("keep a cluster until its instances are gone, and ask for the name of its last snapshot", async () => {
    const { aws, id } = await build({ ...network, subnetGroup, cluster, clusterInstance });
    const remove = (type: string, name: string): Promise<void> =>
      aws.delete({ urn: urnOf(type, name), type, id: id[name] ?? "" });
    await assert.rejects(remove(cluster[0], "cluster"), /InvalidDBClusterStateFault/);
    await remove(clusterInstance[0], "clusterInstance");
    await remove(cluster[0], "cluster");

    const unnamed = await build({
      cluster: [cluster[0], { clusterIdentifier: "b", engine: "aurora-mysql" }],
    });
    await assert.rejects(
      unnamed.aws.delete({ urn: urnOf(cluster[0], "cluster"), type: cluster[0], id: "b" }),
      /finalSnapshotIdentifier is required/,
    );
  });
});
