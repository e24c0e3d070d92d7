import { aws, type Program, ref, UNKNOWN } from "../support/fixtures";

const logs = { logDriver: "awslogs", options: { "awslogs-group": "g", mode: "non-blocking" } };
const container = (props: object = {}) => ({
  ...{ name: "app", image: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app@sha256:" + "a".repeat(64) },
  ...{ user: "1000", readonlyRootFilesystem: true, memory: 512, logConfiguration: logs },
  ...props,
});
const task = (containers: readonly object[], props: object = {}) =>
  aws("ecs/taskDefinition:TaskDefinition", {
    ...{ family: "app", networkMode: "awsvpc", requiresCompatibilities: ["FARGATE"] },
    containerDefinitions: JSON.stringify(containers),
    ...props,
  });
const database = (props: object = {}) =>
  aws("rds/instance:Instance", {
    ...{ engine: "postgres", engineVersion: "17", storageEncrypted: true, kmsKeyId: "k" },
    ...{ publiclyAccessible: false, manageMasterUserPassword: true, username: "owner" },
    ...props,
  });
const lambda = (props: object = {}) =>
  aws("lambda/function:Function", { runtime: "nodejs24.x", role: "arn", handler: "index.handler", ...props });
const imds = { httpTokens: "required", httpEndpoint: "enabled" };

/** Containers, functions, servers and databases as people have them. */
export const compute: Readonly<Record<string, Program>> = {
  "a service with a container that logs, and secrets by reference": {
    task: task([
      container({
        environment: [
          { name: "LOG_LEVEL", value: "info" },
          { name: "DB_SECRET_ARN", value: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db" },
          { name: "TOKEN_TTL_SECONDS", value: "3600" },
          { name: "QUEUE_URL", value: UNKNOWN },
        ],
        secrets: [
          { name: "DB_PASSWORD", valueFrom: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db" },
        ],
      }),
    ]),
  },
  "a task of Windows containers": {
    task: task([container({ user: "ContainerUser", readonlyRootFilesystem: undefined })], {
      runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
    }),
  },
  "a task with a log router beside its application": {
    task: task([
      container({ logConfiguration: { logDriver: "awsfirelens", options: { Name: "cloudwatch" } } }),
      container({ name: "router", firelensConfiguration: { type: "fluentbit" } }),
    ]),
  },
  "a daemon on every host that measures it": {
    task: task([container({ name: "agent" })], { requiresCompatibilities: ["EC2"], networkMode: "bridge" }),
    service: aws("ecs/service:Service", {
      schedulingStrategy: "DAEMON",
      launchType: "EC2",
      taskDefinition: ref("task"),
    }),
  },
  "a function that an API of the account calls": {
    lambda: lambda({ environment: { variables: { TABLE: "orders", PASSWORD_MIN_LENGTH: "12" } } }),
    permission: aws("lambda/permission:Permission", {
      ...{ function: ref("lambda"), action: "lambda:InvokeFunction" },
      ...{
        principal: "apigateway.amazonaws.com",
        sourceArn: "arn:aws:execute-api:eu-west-1:111122223333:a/*",
      },
    }),
  },
  "a function from an image": {
    lambda: aws("lambda/function:Function", { packageType: "Image", imageUri: "app@sha256:1", role: "arn" }),
  },
  "a database with a replica": {
    primary: database({ backupRetentionPeriod: 14, deletionProtection: true, multiAz: true }),
    replica: aws("rds/instance:Instance", { replicateSourceDb: ref("primary"), publiclyAccessible: false }),
  },
  "a cluster whose instances take all from it": {
    cluster: aws("rds/cluster:Cluster", {
      ...{ engine: "aurora-postgresql", engineVersion: "17", storageEncrypted: true, kmsKeyId: "k" },
      ...{ manageMasterUserPassword: true, masterUsername: "owner", backupRetentionPeriod: 14 },
    }),
    writer: aws("rds/clusterInstance:ClusterInstance", {
      clusterIdentifier: ref("cluster"),
      engine: "aurora-postgresql",
    }),
    reader: aws("rds/clusterInstance:ClusterInstance", {
      clusterIdentifier: ref("cluster"),
      engine: "aurora-postgresql",
    }),
  },
  "a cache that replicates": {
    cache: aws("elasticache/replicationGroup:ReplicationGroup", {
      ...{ engine: "valkey", atRestEncryptionEnabled: true, transitEncryptionEnabled: true },
      ...{
        automaticFailoverEnabled: true,
        multiAzEnabled: true,
        numCacheClusters: 2,
        userGroupIds: ["u"],
        subnetGroupName: "data",
      },
    }),
  },
  "a table that is paid for by use": {
    table: aws("dynamodb/table:Table", {
      billingMode: "PAY_PER_REQUEST",
      pointInTimeRecovery: { enabled: true },
      deletionProtectionEnabled: true,
    }),
  },
  "a server without a public address that Systems Manager reaches": {
    role: aws("iam/role:Role", {
      assumeRolePolicy: JSON.stringify({
        Statement: [
          { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" },
        ],
      }),
    }),
    attachment: aws("iam/rolePolicyAttachment:RolePolicyAttachment", {
      role: ref("role"),
      policyArn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
    }),
    profile: aws("iam/instanceProfile:InstanceProfile", { role: ref("role") }),
    server: aws("ec2/instance:Instance", {
      ...{ iamInstanceProfile: ref("profile"), metadataOptions: imds, associatePublicIpAddress: false },
      rootBlockDevice: { encrypted: true },
      userData: "#!/bin/bash\naws ssm get-parameter --name /app/password --with-decryption\n",
    }),
  },
  "a group of servers from a template": {
    template: aws("ec2/launchTemplate:LaunchTemplate", {
      metadataOptions: imds,
      blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true" } }],
    }),
    group: aws("autoscaling/group:Group", {
      ...{ launchTemplate: { id: ref("template"), version: "$Latest" }, healthCheckType: "ELB" },
      ...{ minSize: 2, maxSize: 4, vpcZoneIdentifiers: ["subnet-1", "subnet-2"] },
    }),
  },
  "a public website behind a web ACL": {
    balancer: aws("lb/loadBalancer:LoadBalancer", {
      ...{ internal: false, dropInvalidHeaderFields: true, enableDeletionProtection: true },
      accessLogs: { bucket: "logs", enabled: true },
    }),
    door: aws("wafv2/webAclAssociation:WebAclAssociation", {
      resourceArn: ref("balancer"),
      webAclArn: "arn",
    }),
  },
};
