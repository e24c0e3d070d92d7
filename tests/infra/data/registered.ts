import * as assert from "node:assert/strict";

import type { SimulatedResource, Simulation } from "../../../simulator/mocks";
import { dataArgs } from "./built";

/** Types of what the layer builds. */
export const types = {
  cluster: "aws:rds/cluster:Cluster",
  clusterInstance: "aws:rds/clusterInstance:ClusterInstance",
  instance: "aws:rds/instance:Instance",
  parameters: "aws:rds/parameterGroup:ParameterGroup",
  clusterParameters: "aws:rds/clusterParameterGroup:ClusterParameterGroup",
  table: "aws:dynamodb/table:Table",
  cache: "aws:elasticache/replicationGroup:ReplicationGroup",
  bucket: "aws:s3/bucket:Bucket",
  secret: "aws:secretsmanager/secret:Secret",
  key: "aws:kms/key:Key",
  group: "aws:ec2/securityGroup:SecurityGroup",
  logs: "aws:cloudwatch/logGroup:LogGroup",
} as const;

/** What was registered of some types. */
export const ofTypes = (simulation: Simulation, ...wanted: readonly string[]): readonly SimulatedResource[] =>
  wanted.flatMap((type) => simulation.ofType(type));

/** Name in the catalogue of what a resource belongs to, by its tags. */
export const storeOf = (resource: SimulatedResource): string =>
  (resource.inputs.tags as Record<string, string> | undefined)?.Service ?? "";

/** ARN of the key of a store's domain. */
export function domainKey(simulation: Simulation, store: string): string {
  const { databases, tables, caches, buckets, secrets } = dataArgs.catalogue;
  const domain = { ...databases, ...tables, ...caches, ...buckets, ...secrets }[store]?.domain ?? "platform";
  return output(simulation.resource(types.key, `data-key-${domain}`), "arn");
}

/** Every property of a resource that names a key, however deep. */
export function keysIn(value: unknown, name = ""): string[] {
  if (typeof value === "string") return /kms.*key.*(id|arn)$|^kmsMasterKeyId$/i.test(name) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => keysIn(inner, Array.isArray(value) ? name : key));
}

/** An attribute that is text. */
export function output(resource: SimulatedResource, attribute: string): string {
  const value = resource.outputs[attribute];
  assert.ok(typeof value === "string", `${resource.name}.${attribute}`);
  return value;
}
