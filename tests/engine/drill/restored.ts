import type { WireObject } from "../../../simulator/wire";
import type { WorldResource } from "../../../simulator/world";

/** Types of what comes back. */
export const tokens = {
  cluster: "aws:rds/cluster:Cluster",
  instance: "aws:rds/instance:Instance",
  table: "aws:dynamodb/table:Table",
  bucket: "aws:s3/bucket:Bucket",
} as const;

/**
 * What a database loses on its way through a snapshot: whatever is no part of its data and is not said in the call that brings it
 * back. `manageMasterUserPassword` and its key are no attributes of AWS's that the provider could read, so that no refresh sees that
 * the password is not managed any more: only the list of its secrets is empty.
 *
 * Sources, 2026-11: RestoreDBClusterFromSnapshot and RestoreDBInstanceFromDBSnapshot of the RDS API;
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html#rds-secrets-manager-limitations
 */
const lostByDatabases: WireObject = {
  deletionProtection: false,
  enabledCloudwatchLogsExports: [],
  iamDatabaseAuthenticationEnabled: false,
  masterUserSecrets: [],
  monitoringInterval: 0,
  performanceInsightsEnabled: false,
  tags: {},
  tagsAll: {},
};

/** What a table loses. Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CreateBackupAWS.html, 2026-11 */
const lostByTables: WireObject = {
  deletionProtectionEnabled: false,
  pointInTimeRecovery: { enabled: false },
  ttl: { enabled: false, attributeName: "" },
  tags: {},
  tagsAll: {},
};

/** What AWS Backup makes of a recovery point: the data, under a new name and by what the call says of its surroundings. */
export function restored(
  saved: WorldResource,
  name: string,
  metadata: ReadonlyMap<string, string>,
): WorldResource {
  switch (saved.type) {
    case tokens.cluster:
      return {
        ...saved,
        id: name,
        attributes: {
          ...{ ...saved.attributes, ...lostByDatabases, ...surroundings(metadata) },
          clusterIdentifier: name,
          dbClusterParameterGroupName: "default.aurora-postgresql17",
          // It comes back without instances.
          clusterMembers: [],
        },
      };
    case tokens.instance:
      return {
        ...saved,
        // RDS gives what comes back a resource id of its own, which is the provider's id of an instance.
        id: `${saved.id}ANEW`,
        attributes: {
          ...{ ...saved.attributes, ...lostByDatabases, ...surroundings(metadata) },
          identifier: name,
          resourceId: `${saved.id}ANEW`,
          parameterGroupName: "default.mysql8.4",
        },
      };
    case tokens.table: {
      const kmsKeyArn =
        metadata.get("encryptionType") === "KMS" ? metadata.get("kmsMasterKeyArn") : undefined;
      return {
        ...saved,
        id: name,
        attributes: {
          ...{ ...saved.attributes, ...lostByTables },
          name,
          serverSideEncryption: { enabled: kmsKeyArn !== undefined, kmsKeyArn: kmsKeyArn ?? "" },
        },
      };
    }
    default:
      return saved;
  }
}

/** Without a word of its surroundings a database comes back in the default ones. */
function surroundings(metadata: ReadonlyMap<string, string>): WireObject {
  return {
    dbSubnetGroupName: metadata.get("DBSubnetGroupName") ?? "default",
    vpcSecurityGroupIds: [metadata.get("VpcSecurityGroupIds") ?? "sg-default"],
  };
}
