import type { Parameter } from "../runbook";

/** Day on which the runbooks were last gone through as a whole. */
export const reviewed = "2026-11-26";

const name = "^[A-Za-z][A-Za-z0-9_.-]{0,254}$";

/** The cluster that services run in. */
export const cluster: Parameter = {
  type: "String",
  says: "Cluster of the service",
  default: "<cluster>",
  pattern: name,
};

/** A service on ECS. */
export const service: Parameter = {
  type: "String",
  says: "Service, as ECS names it: dimension ServiceName of its alarms",
  pattern: name,
};

/** An instance. */
export const instance: Parameter = {
  type: "String",
  says: "Instance, by its id",
  pattern: "^i-[0-9a-f]{8,17}$",
};

/** What kind of a database is meant. */
export const databaseKind: Parameter = {
  type: "String",
  says: "Whether it is an Aurora cluster or a database instance",
  allowed: ["cluster", "instance"],
};

const identifier = "^[a-z][a-z0-9-]{0,62}$";

/** A database. */
export const database: Parameter = {
  type: "String",
  says: "Database, by its identifier: dimension DBClusterIdentifier or DBInstanceIdentifier of its alarms",
  pattern: identifier,
};

/** A database that does not exist yet. */
export const newDatabase: Parameter = {
  type: "String",
  says: "Identifier of the database that is made; it begins with the environment's name",
  pattern: "^<environment>-[a-z0-9-]{1,48}$",
};

/** A moment. */
export const moment = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$";
