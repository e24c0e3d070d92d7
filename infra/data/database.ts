import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { physicalName } from "../core/names";
import type { CommonDatabaseSizes, DatabaseSpec, DataSizes } from "./data-args";
import {
  type Engine,
  engineFacts,
  engineParameters,
  insightsRetentionDays,
  parameterFamily,
} from "./database-engines";
import type { DatabaseSupport } from "./database-support";
import type { StoreArgs } from "./store";
import type { StoreLog } from "./store-logs";
import { databaseLogGroups } from "./store-names";

/** What clusters and instances are built from. */
export interface DatabaseArgs<E extends Engine, Sizes extends CommonDatabaseSizes> extends StoreArgs<
  DatabaseSpec & { readonly engine: E }
> {
  /** Its size. */
  readonly size: Sizes;
  /** Sizes that all stores have in common: windows, and how long logs are kept. */
  readonly sizes: Pick<DataSizes, "backupWindow" | "maintenanceWindow" | "logRetentionDays">;
  /** VPC that it stands in. */
  readonly vpcId: pulumi.Input<string>;
  /** What all databases stand on. */
  readonly support: DatabaseSupport;
}

/** Name of the owner of a database, which no workload uses. Its password is RDS's, in a secret that RDS rotates. */
export const masterUser = "platform_owner";

/**
 * Certificate authority of a database's certificate: RSA 2048, valid until 2061 and renewed on the server by itself.
 *
 * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html, 2026-11
 */
export const certificateAuthority = "rds-ca-rsa2048-g1";

/** Days between two rotations of the owner's password. RDS rotates by itself, without a function of ours. */
const rotationDays = 7;

/** Parameters in the form that parameter groups take; all of them at the next start, the first one included. */
export function groupParameters(engine: Engine): { name: string; value: string; applyMethod: string }[] {
  // Changing only how a parameter is applied is refused by AWS and would show as a change for ever.
  return engineParameters(engine).map((parameter) => ({ ...parameter, applyMethod: "pending-reboot" }));
}

/** Name of a database's parameter group. It holds the family, since a group cannot change its own. */
export function parameterGroupName(
  { scope, spec }: Pick<DatabaseArgs<Engine, CommonDatabaseSizes>, "scope" | "spec">,
  logicalName: string,
): string {
  return physicalName(
    "db-parameter-group",
    scope,
    `${logicalName}-${parameterFamily(spec.engine, spec.majorVersion)}`,
  );
}

/** Settings that say how closely a database is looked into, the same for clusters and instances. */
export function insightSettings({ size, key, support }: DatabaseArgs<Engine, CommonDatabaseSizes>): {
  performanceInsightsEnabled: boolean;
  performanceInsightsKmsKeyId: pulumi.Input<string>;
  performanceInsightsRetentionPeriod: number;
  monitoringInterval: number;
  monitoringRoleArn: pulumi.Input<string>;
} {
  return {
    performanceInsightsEnabled: true,
    performanceInsightsKmsKeyId: key.arn,
    performanceInsightsRetentionPeriod: insightsRetentionDays[size.insights],
    monitoringInterval: size.monitoringSeconds,
    monitoringRoleArn: support.monitoringRoleArn,
  };
}

/** Settings by which the owner's password is RDS's own. Neither state nor configuration ever holds it. */
export function ownerSettings({ key, spec }: StoreArgs<DatabaseSpec>): {
  manageMasterUserPassword: true;
  masterUserSecretKmsKeyId: pulumi.Input<string>;
  iamDatabaseAuthenticationEnabled: true;
  engineLifecycleSupport?: string;
} {
  return {
    manageMasterUserPassword: true,
    masterUserSecretKmsKeyId: key.arn,
    iamDatabaseAuthenticationEnabled: true,
    // Extended support is sold for each vCPU and hour; a version that ends is upgraded instead.
    ...(engineFacts[spec.engine].extendedSupport
      ? { engineLifecycleSupport: "open-source-rds-extended-support-disabled" }
      : {}),
  };
}

/** Rotation of the owner's password. */
export function rotateOwnerPassword(
  name: string,
  secrets: pulumi.Output<{ secretArn: string }[]>,
  parent: pulumi.Resource,
): void {
  new aws.secretsmanager.SecretRotation(
    name,
    {
      secretId: secrets.apply(([secret]) => secret?.secretArn ?? ""),
      rotateImmediately: false,
      rotationRules: { automaticallyAfterDays: rotationDays },
    },
    { parent },
  );
}

/** Logs that a database writes. The last word of a logical name holds no hyphen, so that where a store's name ends is clear. */
export function databaseLogs({ scope, spec, name }: StoreArgs<DatabaseSpec>): readonly StoreLog[] {
  return databaseLogGroups(scope, spec.engine, name).map(({ log, group }) => ({
    suffix: log === "iam-db-auth-error" ? "logins" : log,
    group,
  }));
}
