import type { MonitoredDatabaseCluster, MonitoredDatabaseInstance } from "../core/monitored-data";
import { type AlarmEntry, type Metric, minutes, sources } from "./alarm-entry";

type Database = MonitoredDatabaseCluster | MonitoredDatabaseInstance;

/** Metrics of a cluster are those of all its instances, so that Maximum and Minimum find the worst of them. */
export function databaseMetric(
  id: string,
  metricName: string,
  stat: string,
  { dimensions }: Database,
): Metric {
  return { id, namespace: "AWS/RDS", metricName, stat, dimensions: { ...dimensions } };
}

/** Processors, of clusters and instances alike. */
export const databaseCpu: AlarmEntry<Database> = {
  word: "cpu",
  meaning: "The processors of the database are nearly used up",
  urgency: "risk",
  unit: "percent",
  comparison: ">",
  patience: minutes(5),
  missing: "breaching",
  runbook: "fail-over-database",
  reason: "Queries wait for each other beyond it.",
  source: sources.recommended,
  metrics: (database) => [databaseMetric("cpu", "CPUUtilization", "Maximum", database)],
  threshold: () => 90,
};

/** Transaction numbers of PostgreSQL, of clusters and instances alike. */
export const transactionIds: AlarmEntry<Database> = {
  word: "transaction-ids",
  meaning: "Vacuum falls behind; PostgreSQL stops writing when its transaction numbers end",
  urgency: "outage",
  unit: "count",
  comparison: ">",
  patience: minutes(1),
  missing: "notBreaching",
  runbook: "fail-over-database",
  reason: "Half of what there is; vacuum begins at a fifth of it.",
  source: sources.recommended,
  metrics: (database) => [databaseMetric("used", "MaximumUsedTransactionIDs", "Maximum", database)],
  threshold: () => 1_000_000_000,
  applies: ({ sizes }) => sizes.engine.includes("postgres"),
};
