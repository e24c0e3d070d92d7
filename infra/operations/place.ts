import { accountRoles } from "../core/account-roles";
import { arn, regionalArn } from "../core/arn";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";

/** ARN pattern of what an environment has of one kind. Names begin with the environment's own, and so do patterns. */
type Place = (scope: Scope) => string;

function regional(service: string, resource: (environment: string) => string): Place {
  return (scope) => regionalArn(scope, service, resource(scope.environment));
}

function global(service: string, resource: string): Place {
  return ({ region, accountId }) => arn({ partition: partitionOf(region), service, accountId, resource });
}

/** Where rights of runbooks reach, by kind. Ids that AWS assigns are narrowed by the environment's tag instead. */
export const places = {
  service: regional("ecs", (own) => `service/${own}-*/${own}-*`),
  scalableTarget: regional("application-autoscaling", () => "scalable-target/*"),
  loadBalancer: regional("elasticloadbalancing", (own) => `loadbalancer/app/${own}-*`),
  autoScalingGroup: regional("autoscaling", (own) => `autoScalingGroup:*:autoScalingGroupName/${own}-*`),
  instance: regional("ec2", () => "instance/*"),
  volume: regional("ec2", () => "volume/*"),
  securityGroup: regional("ec2", () => "security-group/*"),
  snapshot: ({ region }) =>
    arn({ partition: partitionOf(region), service: "ec2", region, resource: "snapshot/*" }),
  cluster: regional("rds", (own) => `cluster:${own}-*`),
  database: regional("rds", (own) => `db:${own}-*`),
  clusterSnapshot: regional("rds", () => "cluster-snapshot:now-*"),
  databaseSnapshot: regional("rds", () => "snapshot:now-*"),
  clusterBackup: regional("rds", () => "cluster-auto-backup:*"),
  databaseBackup: regional("rds", () => "auto-backup:*"),
  clusterParameters: regional("rds", (own) => `cluster-pg:${own}-*`),
  databaseParameters: regional("rds", (own) => `pg:${own}-*`),
  defaultParameters: regional("rds", () => "pg:default.*"),
  optionGroup: regional("rds", () => "og:default:*"),
  subnetGroup: regional("rds", (own) => `subgrp:${own}-*`),
  managedSecret: regional("secretsmanager", () => "secret:rds!*"),
  // Rules have ids that AWS gives.
  configRule: regional("config", () => "config-rule/*"),
  key: regional("kms", () => "key/*"),
  table: regional("dynamodb", (own) => `table/${own}-*`),
  tableBackup: regional("dynamodb", (own) => `table/${own}-*/backup/*`),
  queue: regional("sqs", (own) => `${own}-*`),
  archive: regional("events", (own) => `archive/${own}-*`),
  replay: regional("events", () => "replay/again-*"),
  experiment: regional("fis", () => "experiment/*"),
  experimentTemplate: regional("fis", () => "experiment-template/*"),
  bus: regional("events", (own) => `event-bus/${own}-*`),
  lever: regional("ssm", (own) => `parameter/${own}/levers/*`),
  patchDocument: ({ region }) =>
    arn({
      partition: partitionOf(region),
      service: "ssm",
      region,
      resource: "document/AWS-RunPatchBaseline",
    }),
  plan: global("arc-region-switch", "plan/*"),
  user: global("iam", "user/*"),
  role: global("iam", "role/*"),
  emergencyRole: global("iam", `role/${accountRoles.breakGlass}`),
  certificate: regional("acm", () => "certificate/*"),
  certificateAuthority: regional("acm-pca", () => "certificate-authority/*"),
} satisfies Record<string, Place>;

/** A kind of place; see {@link places}. */
export type PlaceWord = keyof typeof places;
