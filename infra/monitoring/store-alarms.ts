import {
  type AlarmEntry,
  fewRequests,
  type Metric,
  minutes,
  minutesOf,
  type Of,
  share,
  sources,
} from "./alarm-entry";

type Table = Of<"table">;
type Cache = Of<"cache">;

/** Units a second that an on-demand table may use until its quota is raised; source: DynamoDB Developer Guide, "Quotas", 2026-11. */
const onDemandUnits = 40_000;

/** Connections that a node accepts; source: ElastiCache User Guide, "Valkey and Redis OSS parameters", 2026-11. */
const cacheConnections = 65_000;

const operations = [
  "GetItem",
  "BatchGetItem",
  "Query",
  "PutItem",
  "UpdateItem",
  "DeleteItem",
  "BatchWriteItem",
];

const tablePage = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html";

function ofTable(id: string, metricName: string, { dimensions }: Table): Metric {
  return { id, namespace: "AWS/DynamoDB", metricName, stat: "Sum", dimensions };
}

/** What can go wrong with a table. */
export const tableAlarms: readonly AlarmEntry<Table>[] = [
  {
    word: "throttled",
    meaning: "DynamoDB refuses reads or writes: capacity, or one key, is used up",
    urgency: "outage",
    unit: "count",
    comparison: ">",
    patience: minutesOf(3, 5),
    missing: "notBreaching",
    runbook: "raise-quota",
    reason: "The SDK repeats single refusals; three minutes of them reach users.",
    source: tablePage,
    metrics: (table) => [
      ofTable("reads", "ReadThrottleEvents", table),
      ofTable("writes", "WriteThrottleEvents", table),
    ],
    expression: () => "FILL(reads, 0) + FILL(writes, 0)",
    threshold: () => 0,
  },
  {
    word: "errors",
    meaning: "DynamoDB itself fails",
    urgency: "outage",
    unit: "count",
    comparison: ">",
    patience: minutesOf(3, 5),
    missing: "notBreaching",
    runbook: "drain-zone",
    reason: "The SDK repeats single failures; three minutes of them reach users.",
    source: tablePage,
    metrics: ({ dimensions }) =>
      operations.map((operation, position) => ({
        id: `e${position}`,
        namespace: "AWS/DynamoDB",
        metricName: "SystemErrors",
        stat: "Sum",
        dimensions: { ...dimensions, Operation: operation },
      })),
    expression: () => operations.map((_, position) => `FILL(e${position}, 0)`).join(" + "),
    threshold: () => 0,
  },
  {
    word: "reads",
    meaning: "Reads come near the capacity that the table may reach",
    urgency: "risk",
    unit: "count",
    comparison: ">",
    patience: minutes(5),
    missing: "notBreaching",
    runbook: "raise-quota",
    reason: "Four fifths of the largest capacity, or of the account's quota for a table paid by use.",
    source: tablePage,
    metrics: (table) => [ofTable("units", "ConsumedReadCapacityUnits", table)],
    expression: () => "units / 60",
    threshold: ({ sizes: { capacity } }) =>
      0.8 * (capacity.kind === "provisioned" ? capacity.maximumRead : onDemandUnits),
  },
  {
    word: "writes",
    meaning: "Writes come near the capacity that the table may reach",
    urgency: "risk",
    unit: "count",
    comparison: ">",
    patience: minutes(5),
    missing: "notBreaching",
    runbook: "raise-quota",
    reason: "Four fifths of the largest capacity, or of the account's quota for a table paid by use.",
    source: tablePage,
    metrics: (table) => [ofTable("units", "ConsumedWriteCapacityUnits", table)],
    expression: () => "units / 60",
    threshold: ({ sizes: { capacity } }) =>
      0.8 * (capacity.kind === "provisioned" ? capacity.maximumWrite : onDemandUnits),
  },
];

/** A metric of each node; a replication group has six at most, and an alarm computes with ten. */
function ofNodes(metricName: string, stat: string, { nodes }: Cache): readonly Metric[] {
  return nodes.map((node, position) => ({
    id: `n${position}`,
    namespace: "AWS/ElastiCache",
    metricName,
    stat,
    dimensions: { CacheClusterId: node },
  }));
}

const worst = ({ nodes }: Cache): string => `MAX([${nodes.map((_, position) => `n${position}`).join(", ")}])`;

/** What the entries of a cache share: one alarm for all nodes, so that their number adds none. */
const ofCache = {
  comparison: ">",
  missing: "notBreaching",
  source: sources.recommended,
  expression: worst,
} as const;

/** What can go wrong with a cache. */
export const cacheAlarms: readonly AlarmEntry<Cache>[] = [
  {
    ...ofCache,
    word: "engine-cpu",
    meaning: "The one thread of a node that answers is nearly used up",
    urgency: "risk",
    unit: "percent",
    patience: minutes(5),
    missing: "breaching",
    runbook: "scale-out-service",
    reason: "The engine answers by one thread; beyond it requests wait.",
    metrics: (cache) => ofNodes("EngineCPUUtilization", "Maximum", cache),
    threshold: () => 90,
  },
  {
    ...ofCache,
    word: "cpu",
    meaning: "The processors of a node are nearly used up",
    urgency: "risk",
    unit: "percent",
    patience: minutes(5),
    runbook: "scale-out-service",
    reason: "Snapshots and connections take processors beside the engine's thread.",
    metrics: (cache) => ofNodes("CPUUtilization", "Maximum", cache),
    threshold: () => 90,
  },
  {
    ...ofCache,
    word: "memory",
    meaning: "The memory of a node is nearly used up; it will throw away what is still wanted",
    urgency: "risk",
    unit: "percent",
    patience: minutes(5),
    runbook: "scale-out-service",
    reason: "A tenth is left for replication and growth.",
    metrics: (cache) => ofNodes("DatabaseMemoryUsagePercentage", "Maximum", cache),
    threshold: () => 90,
  },
  {
    ...ofCache,
    word: "evictions",
    meaning: "A node throws away what has not expired, to make room",
    urgency: "hint",
    unit: "count",
    patience: minutes(15),
    runbook: "scale-out-service",
    reason: "Single ones are how a cache works; a quarter of an hour of them means that it is too small.",
    source: sources.own,
    metrics: (cache) => ofNodes("Evictions", "Sum", cache),
    threshold: () => 0,
  },
  {
    ...ofCache,
    word: "connections",
    meaning: "A node has nearly as many connections as it accepts",
    urgency: "risk",
    unit: "count",
    patience: minutes(10),
    runbook: "restart-service",
    reason: "Four fifths of 65,000, which holds for every node type.",
    metrics: (cache) => ofNodes("CurrConnections", "Maximum", cache),
    threshold: () => 0.8 * cacheConnections,
  },
  {
    ...ofCache,
    word: "replica-lag",
    meaning: "A replica is behind; a failover now would lose what it lacks",
    urgency: "risk",
    unit: "seconds",
    patience: minutes(15),
    runbook: "restart-service",
    reason: "Usually it is below a second.",
    metrics: (cache) => ofNodes("ReplicationLag", "Maximum", cache),
    threshold: () => 30,
  },
];

function ofBucket(id: string, metricName: string, { dimensions }: Of<"bucket">): Metric {
  const filtered = { ...dimensions, FilterId: "EntireBucket" };
  return { id, namespace: "AWS/S3", metricName, stat: "Sum", dimensions: filtered };
}

/** What can go wrong with a bucket. */
export const bucketAlarms: readonly AlarmEntry<Of<"bucket">>[] = [
  {
    word: "refused-requests",
    meaning: "Many requests to the bucket are refused: a right, a key or a name is wrong",
    urgency: "risk",
    unit: "percent",
    comparison: ">",
    patience: minutes(15),
    missing: "notBreaching",
    runbook: "roll-back-service",
    reason: "One request of twenty, and nothing is said of fewer than 20 requests.",
    source: sources.recommended,
    metrics: (bucket) => [
      ofBucket("errors", "4xxErrors", bucket),
      ofBucket("requests", "AllRequests", bucket),
    ],
    expression: () => share("FILL(errors, 0)", "requests", fewRequests),
    threshold: () => 5,
  },
  {
    word: "errors",
    meaning: "S3 itself fails",
    urgency: "risk",
    unit: "percent",
    comparison: ">",
    patience: minutes(15),
    missing: "notBreaching",
    runbook: "drain-zone",
    reason: "One request of twenty, and nothing is said of fewer than 20 requests.",
    source: sources.recommended,
    metrics: (bucket) => [
      ofBucket("errors", "5xxErrors", bucket),
      ofBucket("requests", "AllRequests", bucket),
    ],
    expression: () => share("FILL(errors, 0)", "requests", fewRequests),
    threshold: () => 5,
  },
];
