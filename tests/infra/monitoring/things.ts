import * as fc from "fast-check";

import { criticalities } from "../../../infra/core/criticality";
import type { Monitored } from "../../../infra/core/monitored";
import type { Kind, Of } from "../../../infra/monitoring/alarm-entry";

/** Environment in which the things stand. */
export const scope = { environment: "dev", accountId: "111122223333", region: "eu-west-1" } as const;

const common = { family: "monitored", criticality: "critical", owner: "sales-team" } as const;

/** A thing of each kind, as a layer declares it. */
export const samples: { readonly [K in Kind]: Of<K> } = {
  vpc: {
    ...common,
    ...{ kind: "vpc", name: "network", dimensions: { "Per-VPC Metrics": "vpc-1" } },
    sizes: { addresses: 9000 },
  },
  "nat-gateway": {
    ...common,
    ...{ kind: "nat-gateway", name: "nat-1", dimensions: { NatGatewayId: "nat-1" } },
    sizes: { addresses: 1 },
  },
  "interface-endpoint": {
    ...common,
    kind: "interface-endpoint",
    name: "sqs",
    dimensions: {
      "VPC Id": "vpc-1",
      "VPC Endpoint Id": "vpce-1",
      "Endpoint Type": "Interface",
      "Service Name": "com.amazonaws.eu-west-1.sqs",
    },
    sizes: { zones: 2 },
  },
  "dns-firewall": {
    ...common,
    ...{ kind: "dns-firewall", name: "dns", dimensions: { FirewallRuleGroupId: "rslvr-1", VpcId: "vpc-1" } },
  },
  "log-group": {
    ...common,
    ...{
      kind: "log-group",
      name: "/dev/workload/orders",
      dimensions: { LogGroupName: "/dev/workload/orders" },
    },
    workload: "orders",
    sizes: { retentionDays: 30 },
  },
  key: { ...common, kind: "key", name: "data-sales", dimensions: { KeyId: "key-1" } },
  "database-cluster": {
    ...common,
    ...{ kind: "database-cluster", name: "sales", dimensions: { DBClusterIdentifier: "dev-sales" } },
    writer: "dev-sales-1",
    sizes: {
      engine: "aurora-postgresql",
      capacity: { kind: "provisioned", instanceClass: "db.r8g.large" },
      minimumReaders: 1,
      maximumReaders: 2,
    },
  },
  "database-instance": {
    ...common,
    ...{ kind: "database-instance", name: "workshop", dimensions: { DBInstanceIdentifier: "dev-workshop" } },
    sizes: {
      ...{ engine: "mysql", instanceClass: "db.m8g.large" },
      ...{ allocatedGib: 200, maximumGib: 1000, multiAz: true },
    },
  },
  table: {
    ...common,
    ...{ kind: "table", name: "stock", dimensions: { TableName: "dev-stock" } },
    sizes: { capacity: { kind: "provisioned", maximumRead: 100, maximumWrite: 50 } },
  },
  cache: {
    ...common,
    ...{ kind: "cache", name: "prices", dimensions: { ReplicationGroupId: "dev-prices" } },
    nodes: ["dev-prices-001", "dev-prices-002"],
    sizes: { nodeType: "cache.m7g.large", nodes: 2 },
  },
  bucket: { ...common, kind: "bucket", name: "documents", dimensions: { BucketName: "dev-documents" } },
  "load-balancer": {
    ...common,
    ...{ kind: "load-balancer", name: "front-door", dimensions: { LoadBalancer: "app/dev/1" } },
  },
  "target-group": {
    ...common,
    ...{ kind: "target-group", name: "orders", workload: "orders" },
    dimensions: { LoadBalancer: "app/dev/1", TargetGroup: "targetgroup/orders/1" },
    sizes: { minimum: 2, latencyObjectiveMs: 500 },
  },
  certificate: {
    ...common,
    ...{ kind: "certificate", name: "front-door", dimensions: { CertificateArn: "arn:aws:acm:1" } },
  },
  "certificate-authority": {
    ...common,
    ...{ kind: "certificate-authority", name: "compute", dimensions: { PrivateCAArn: "arn:aws:acm-pca:1" } },
    sizes: { services: 10 },
  },
  "web-acl": {
    ...common,
    ...{ kind: "web-acl", name: "front-door" },
    dimensions: { WebACL: "dev-front-door", Region: "eu-west-1", Rule: "ALL" },
  },
  canary: {
    ...common,
    ...{ kind: "canary", name: "front-door", dimensions: { CanaryName: "dev-front-door" } },
    sizes: { minutes: 5 },
  },
  "app-monitor": {
    ...common,
    ...{ kind: "app-monitor", name: "front-door", dimensions: { application_name: "dev-front-door" } },
  },
  cluster: { ...common, kind: "cluster", name: "compute", dimensions: { ClusterName: "dev-compute" } },
  service: {
    ...common,
    ...{ kind: "service", name: "orders", rollbackAlarms: ["dev-orders-rollback-errors"] },
    dimensions: { ClusterName: "dev-compute", ServiceName: "dev-orders" },
    sizes: { vcpu: 1, memoryMib: 2048, minimum: 2, maximum: 8 },
  },
  call: {
    ...common,
    ...{ kind: "call", name: "orders_customers", workload: "orders" },
    dimensions: {
      ClusterName: "dev-compute",
      ServiceName: "dev-orders",
      TargetDiscoveryName: "customers",
    },
    sizes: { latencyObjectiveMs: 300 },
  },
  fleet: {
    ...common,
    ...{ kind: "fleet", name: "planning", rollbackAlarms: ["dev-planning-rollback-cpu"] },
    dimensions: { AutoScalingGroupName: "dev-planning" },
    sizes: { instanceType: "t4g.large", volumeGib: 50, minimum: 1, maximum: 3 },
  },
  "event-bus": {
    ...common,
    ...{ kind: "event-bus", name: "dev-integration", dimensions: { EventBusName: "dev-integration" } },
  },
  "event-rule": {
    ...common,
    ...{ kind: "event-rule", name: "dev-order-placed" },
    dimensions: { EventBusName: "dev-integration", RuleName: "dev-order-placed" },
  },
  queue: {
    ...common,
    ...{ kind: "queue", name: "dev-order-placed_orders", workload: "orders" },
    dimensions: { QueueName: "dev-order-placed_orders" },
    sizes: { ageObjectiveSeconds: 60, visibilitySeconds: 180, retentionSeconds: 345_600 },
  },
  "dead-letter-queue": {
    ...common,
    ...{ kind: "dead-letter-queue", name: "dev-order-placed_dead" },
    dimensions: { QueueName: "dev-order-placed_dead" },
  },
  "state-machine": {
    ...common,
    ...{ kind: "state-machine", name: "dev-fulfilment", dimensions: { StateMachineArn: "arn:aws:states:1" } },
    sizes: { timeoutSeconds: 86_400 },
  },
  partner: {
    ...common,
    ...{ kind: "partner", name: "manufacturer" },
    dimensions: { EventBusName: "dev-integration", RuleName: "dev-manufacturer" },
    sizes: { callsPerSecond: 50 },
  },
  topic: { ...common, kind: "topic", name: "databases", dimensions: { TopicName: "dev-databases" } },
  "schedule-group": {
    ...common,
    ...{ kind: "schedule-group", name: "game-days", dimensions: { ScheduleGroup: "dev-game-days" } },
  },
  "restore-test": {
    ...common,
    ...{ kind: "restore-test", name: "critical" },
    dimensions: { Environment: "dev", Criticality: "critical" },
    sizes: { recoveryMinutes: 60 },
  },
};

/** Every sample, in the order of the catalogue. */
export const everything: readonly Monitored[] = Object.values(samples);

/** A workload between two groups of which ECS moves its requests. */
export const shiftingGroups: Of<"target-group"> = {
  ...samples["target-group"],
  other: { LoadBalancer: "app/dev/1", TargetGroup: "targetgroup/orders-other/1" },
};

/** Databases of the engines that the samples are not of: some troubles are of one engine alone. */
export const otherEngines: readonly Monitored[] = [
  {
    ...samples["database-cluster"],
    ...{ name: "billing", writer: "dev-billing-1", dimensions: { DBClusterIdentifier: "dev-billing" } },
    sizes: { ...samples["database-cluster"].sizes, engine: "aurora-mysql" },
  },
  {
    ...samples["database-instance"],
    ...{ name: "archive", dimensions: { DBInstanceIdentifier: "dev-archive" } },
    sizes: { ...samples["database-instance"].sizes, engine: "postgres" },
  },
];

const sizeWords = ["large", "xlarge", "2xlarge", "4xlarge", "16xlarge"];
const databaseClass = fc.oneof(
  fc.constantFrom("db.t4g.medium", "db.t3.small", "db.t4g.micro"),
  fc
    .tuple(fc.constantFrom("m7g", "r8g", "r6i", "x2g"), fc.constantFrom(...sizeWords))
    .map(([family, size]) => `db.${family}.${size}`),
);

const range = (least: number, most: number): fc.Arbitrary<{ minimum: number; maximum: number }> =>
  fc
    .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: 0, max: most }))
    .map(([minimum, more]) => ({
      minimum,
      maximum: minimum + more,
    }));

const clusterCapacity = fc.oneof(
  databaseClass.map((instanceClass) => ({ kind: "provisioned", instanceClass }) as const),
  fc.tuple(fc.integer({ min: 0, max: 512 }), fc.integer({ min: 1, max: 512 })).map(([least, most]) => ({
    ...{ kind: "serverless" as const },
    minimumAcu: Math.min(least, most) / 2,
    maximumAcu: Math.max(least, most) / 2,
  })),
);

/** Any sizes that the schema of the configuration accepts, for kinds that have sizes. */
const sizesOf: { readonly [K in Kind]?: fc.Arbitrary<Of<K>> } = {
  vpc: fc.integer({ min: 16, max: 500_000 }).map((addresses) => ({ ...samples.vpc, sizes: { addresses } })),
  "nat-gateway": fc
    .integer({ min: 1, max: 8 })
    .map((addresses) => ({ ...samples["nat-gateway"], sizes: { addresses } })),
  "interface-endpoint": fc
    .integer({ min: 1, max: 6 })
    .map((zones) => ({ ...samples["interface-endpoint"], sizes: { zones } })),
  "database-cluster": fc
    .tuple(fc.constantFrom("aurora-postgresql" as const, "aurora-mysql" as const), clusterCapacity)
    .map(([engine, capacity]) => ({
      ...samples["database-cluster"],
      sizes: { engine, capacity, minimumReaders: 0, maximumReaders: 2 },
    })),
  "database-instance": fc
    .tuple(
      fc.constantFrom("mysql", "postgres", "mariadb"),
      databaseClass,
      fc.integer({ min: 20, max: 65_536 }),
    )
    .map(([engine, instanceClass, allocatedGib]) => ({
      ...samples["database-instance"],
      sizes: { engine, instanceClass, allocatedGib, maximumGib: 65_536, multiAz: false },
    })),
  table: fc
    .oneof(
      fc.constant({ kind: "on-demand" } as const),
      fc
        .tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 1_000_000 }))
        .map(([maximumRead, maximumWrite]) => ({ kind: "provisioned", maximumRead, maximumWrite }) as const),
    )
    .map((capacity) => ({ ...samples.table, sizes: { capacity } })),
  cache: fc.integer({ min: 2, max: 6 }).map((nodes) => ({
    ...samples.cache,
    nodes: Array.from({ length: nodes }, (_, position) => `dev-prices-00${position + 1}`),
    sizes: { nodeType: "cache.m7g.large", nodes },
  })),
  "target-group": fc
    .tuple(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 60_000 }), fc.boolean())
    .map(([minimum, latencyObjectiveMs, shifts]) => ({
      ...(shifts ? shiftingGroups : samples["target-group"]),
      sizes: { minimum, latencyObjectiveMs },
    })),
  call: fc
    .integer({ min: 1, max: 3_600_000 })
    .map((latencyObjectiveMs) => ({ ...samples.call, sizes: { latencyObjectiveMs } })),
  service: range(1, 5000).map((tasks) => ({
    ...samples.service,
    sizes: { vcpu: 1, memoryMib: 2048, ...tasks },
  })),
  fleet: fc
    .tuple(range(1, 5000), fc.constantFrom("m7g.large", "t4g.nano", "t3.2xlarge"))
    .map(([instances, instanceType]) => ({
      ...samples.fleet,
      sizes: { instanceType, volumeGib: 50, ...instances },
    })),
  queue: fc.integer({ min: 1, max: 1_209_600 }).map((ageObjectiveSeconds) => ({
    ...samples.queue,
    sizes: { ageObjectiveSeconds, visibilitySeconds: 180, retentionSeconds: 345_600 },
  })),
  "state-machine": fc
    .integer({ min: 1, max: 31_536_000 })
    .map((timeoutSeconds) => ({ ...samples["state-machine"], sizes: { timeoutSeconds } })),
  partner: fc
    .integer({ min: 1, max: 300 })
    .map((callsPerSecond) => ({ ...samples.partner, sizes: { callsPerSecond } })),
  "restore-test": fc
    .integer({ min: 1, max: 43_200 })
    .map((recoveryMinutes) => ({ ...samples["restore-test"], sizes: { recoveryMinutes } })),
};

/** Any thing of a kind, of any criticality and any size that the configuration accepts. */
export function anyOf(kind: Kind): fc.Arbitrary<Monitored> {
  const sized: fc.Arbitrary<Monitored> = sizesOf[kind] ?? fc.constant(samples[kind]);
  return fc.tuple(sized, fc.constantFrom(...criticalities)).map(([thing, criticality]) => ({
    ...thing,
    criticality,
  }));
}

/** Kinds, in the order of the catalogue. */
// The keys of a constant are its own.
export const kinds = Object.keys(samples) as readonly Kind[];
