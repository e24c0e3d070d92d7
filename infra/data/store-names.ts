import { regionalArn } from "../core/arn";
import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import type { DataCatalogue } from "./data-args";
import { engineFacts, type Engine, isInstanceEngine } from "./database-engines";

/** Name of the bucket that holds access logs, before it is made physical. */
export const accessLogsName = "access-logs";

/** Logs that Valkey writes: of slow commands, and of the engine itself. */
export const cacheLogs = ["slow-log", "engine-log"] as const;

/** Name of the instance that a cluster begins with. */
export function writerName(database: string): string {
  return `${database}-writer`;
}

/** Identifier of a database, as RDS knows it. */
export function databaseIdentifier(scope: Scope, engine: Engine, name: string): string {
  return physicalName(isInstanceEngine(engine) ? "db-instance" : "db-cluster", scope, name);
}

/** Log groups that RDS writes a database's logs into. RDS decides their names. */
export function databaseLogGroups(
  scope: Scope,
  engine: Engine,
  name: string,
): readonly { readonly log: string; readonly group: string }[] {
  const kind = isInstanceEngine(engine) ? "instance" : "cluster";
  const identifier = databaseIdentifier(scope, engine, name);
  return engineFacts[engine].logs.map((log) => ({ log, group: `/aws/rds/${kind}/${identifier}/${log}` }));
}

/** Log group of one of a cache's logs. */
export function cacheLogGroup(scope: Scope, name: string, log: (typeof cacheLogs)[number]): string {
  return physicalName("vended-log-group", scope, `cache/${name}/${log}`);
}

/** ARNs of the log groups of all stores of a domain, known before they exist. */
export function domainLogGroupArns(
  scope: Scope,
  domain: string,
  catalogue: DataCatalogue,
): readonly string[] {
  const databases = Object.entries(catalogue.databases)
    .filter(([, spec]) => spec.domain === domain)
    .flatMap(([name, { engine }]) => databaseLogGroups(scope, engine, name).map(({ group }) => group));
  const caches = Object.entries(catalogue.caches)
    .filter(([, spec]) => spec.domain === domain)
    .flatMap(([name]) => cacheLogs.map((log) => cacheLogGroup(scope, name, log)));
  return [...databases, ...caches].map((group) => logGroupArn(scope, group));
}

/** ARN of a log group, known before it exists. */
export function logGroupArn(scope: Scope, group: string): string {
  return regionalArn(scope, "logs", `log-group:${group}`);
}
