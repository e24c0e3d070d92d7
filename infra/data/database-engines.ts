import { type clusterEngines, type DatabaseSpec, instanceEngines } from "./data-args";

/** An engine, as RDS spells it. */
export type Engine = DatabaseSpec["engine"];
/** An engine of Aurora. */
export type ClusterEngine = (typeof clusterEngines)[number];
/** An engine of RDS instances. */
export type InstanceEngine = (typeof instanceEngines)[number];

/** A parameter of an engine, and the value it is set to. */
export interface Parameter {
  /** Name. */
  readonly name: string;
  /** Value. */
  readonly value: string;
}

/** What differs from engine to engine. */
export interface EngineFacts {
  /** Port that it listens on. */
  readonly port: number;
  /** What a major version looks like. */
  readonly version: RegExp;
  /** Example of a major version. */
  readonly versionExample: string;
  /** Longest name of a user. */
  readonly userLength: number;
  /** Longest name of a database. */
  readonly databaseLength: number;
  /** Logs that are exported to CloudWatch. */
  readonly logs: readonly string[];
  /** Parameters that refuse connections without TLS. */
  readonly forcedTls: readonly Parameter[];
  /** Parameters that make the exported logs worth reading. */
  readonly logging: readonly Parameter[];
  /** Whether RDS can be told not to sell extended support of an old version. */
  readonly extendedSupport: boolean;
}

const postgresLogging: readonly Parameter[] = [
  { name: "log_connections", value: "1" },
  { name: "log_disconnections", value: "1" },
  { name: "log_min_duration_statement", value: "1000" },
  { name: "log_statement", value: "ddl" },
];

const slowQueries: readonly Parameter[] = [
  { name: "long_query_time", value: "1" },
  { name: "slow_query_log", value: "1" },
];

const postgresTls: readonly Parameter[] = [
  { name: "rds.force_ssl", value: "1" },
  { name: "ssl_min_protocol_version", value: "TLSv1.2" },
];

/**
 * Facts of the engines.
 *
 * Sources, 2026-11: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html (forced TLS),
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html (names),
 * `EnableCloudwatchLogsExports` of CreateDBInstance and CreateDBCluster (logs),
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html
 */
export const engineFacts: Readonly<Record<Engine, EngineFacts>> = {
  "aurora-postgresql": {
    port: 5432,
    version: /^1[3-9]$/,
    versionExample: "17",
    userLength: 63,
    databaseLength: 63,
    logs: ["iam-db-auth-error", "postgresql"],
    forcedTls: postgresTls,
    logging: postgresLogging,
    extendedSupport: true,
  },
  "aurora-mysql": {
    port: 3306,
    version: /^8\.\d$/,
    versionExample: "8.0",
    userLength: 32,
    databaseLength: 64,
    logs: ["audit", "error", "iam-db-auth-error", "slowquery"],
    forcedTls: [
      { name: "require_secure_transport", value: "ON" },
      { name: "tls_version", value: "TLSv1.2,TLSv1.3" },
    ],
    logging: [
      ...slowQueries,
      { name: "server_audit_events", value: "CONNECT,QUERY_DCL,QUERY_DDL" },
      { name: "server_audit_logging", value: "1" },
    ],
    extendedSupport: true,
  },
  postgres: {
    port: 5432,
    version: /^1[3-9]$/,
    versionExample: "17",
    userLength: 63,
    databaseLength: 63,
    logs: ["iam-db-auth-error", "postgresql", "upgrade"],
    forcedTls: postgresTls,
    logging: postgresLogging,
    extendedSupport: true,
  },
  mysql: {
    port: 3306,
    version: /^8\.[04]$/,
    versionExample: "8.4",
    userLength: 32,
    databaseLength: 64,
    logs: ["error", "iam-db-auth-error", "slowquery"],
    forcedTls: [{ name: "require_secure_transport", value: "1" }],
    logging: [...slowQueries, { name: "log_output", value: "FILE" }],
    extendedSupport: true,
  },
  mariadb: {
    port: 3306,
    // Before 10.6 it knows neither forced TLS nor IAM authentication.
    version: /^(10\.(6|11)|1[1-9]\.\d)$/,
    versionExample: "11.4",
    userLength: 32,
    databaseLength: 64,
    logs: ["error", "iam-db-auth-error", "slowquery"],
    forcedTls: [{ name: "require_secure_transport", value: "1" }],
    logging: [...slowQueries, { name: "log_output", value: "FILE" }],
    extendedSupport: false,
  },
};

/** Port on which ElastiCache listens. */
export const cachePort = 6379;

/** Whether a database is an instance; otherwise it is a cluster of Aurora. */
export function isInstanceEngine(engine: Engine): engine is InstanceEngine {
  return instanceEngines.some((word) => word === engine);
}

/** Family of an engine's parameter groups, such as `aurora-postgresql17`. */
export function parameterFamily(engine: Engine, majorVersion: string): string {
  return `${engine}${majorVersion}`;
}

/** Parameters that a database is set up with. */
export function engineParameters(engine: Engine): readonly Parameter[] {
  const { forcedTls, logging } = engineFacts[engine];
  return [...forcedTls, ...logging];
}

/** Name of a workload's user in a database or a cache: its own name, in snake case. */
export function databaseUser(workload: string): string {
  return workload.replaceAll("-", "_");
}

/** The longest name of a user that an engine takes, in characters. */
export function longestDatabaseUser(engine: Engine): number {
  return engineFacts[engine].userLength;
}

/** Word by which AWS calls the advanced mode of Database Insights keeps 15 months, the standard one a week. */
export const insightsRetentionDays = { standard: 7, advanced: 465 } as const;

/**
 * What a Valkey cache of a major version begins with. AWS renews the minor version.
 *
 * Source: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/supported-engine-versions.html, 2026-11
 */
export const valkeyVersions: Readonly<
  Record<string, { readonly version: string; readonly family: string } | undefined>
> = {
  "7": { version: "7.2", family: "valkey7" },
  "8": { version: "8.0", family: "valkey8" },
};
