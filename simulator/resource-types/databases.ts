import { AwsError } from "../aws-error";
import { digest } from "../identity";
import type { Wire, WireObject } from "../wire";
import {
  choiceRule,
  existing,
  inputId,
  regionalArn,
  textOf,
  unique,
  type Created,
  type Creation,
  type InputRule,
  type Reference,
  type ResourceTypes,
} from "./definition";
import { CLUSTER_PARAMETER_GROUP, databaseName, PARAMETER_GROUP, SUBNET_GROUP } from "./database-groups";
import { USES_SECURITY_GROUP } from "./references";

const CLUSTER = "aws:rds/cluster:Cluster";
const INSTANCE = "aws:rds/instance:Instance";
const CLUSTER_INSTANCE = "aws:rds/clusterInstance:ClusterInstance";

const KEY: Reference = {
  types: ["aws:kms/key:Key"],
  missing: "KMSKeyNotAccessibleFault",
  except: /:alias\//,
};
const IN_SUBNET_GROUP: Reference = {
  types: [SUBNET_GROUP],
  missing: "DBSubnetGroupNotFoundFault",
  holds: "InvalidDBSubnetGroupStateFault",
};
const PARAMETERS_OF = (type: string, missing: string): Reference => ({
  types: [type],
  missing,
  holds: "InvalidDBParameterGroupState",
  except: /^default\./,
});
const GUARDED_BY: Reference = { ...USES_SECURITY_GROUP, missing: "InvalidParameterValue" };

function betweenRule(property: string, from: number, to: number): InputRule {
  const holds = (value: Wire): boolean => typeof value === "number" && value >= from && value <= to;
  return { property, code: "InvalidParameterValue", requires: `must be ${from} to ${to}`, holds };
}

const SHARED_RULES = [
  choiceRule("monitoringInterval", "InvalidParameterValue", [0, 1, 5, 10, 15, 30, 60]),
  choiceRule("databaseInsightsMode", "InvalidParameterValue", ["standard", "advanced"]),
  {
    property: "performanceInsightsRetentionPeriod",
    code: "InvalidParameterValue",
    requires: "must be 7, 731 or a multiple of 31 below that",
    holds: (value: Wire) =>
      value === 7 || value === 731 || (typeof value === "number" && value % 31 === 0 && value < 731),
  },
];

/** Advanced Database Insights keeps 15 months. Source: RDS API, `DatabaseInsightsMode`. */
function refuseInsights({ inputs }: Created): void {
  if (inputs.databaseInsightsMode !== "advanced") return;
  const enough = Number(inputs.performanceInsightsRetentionPeriod ?? 0) >= 465;
  if (inputs.performanceInsightsEnabled === true && enough) return;
  throw new AwsError(
    "InvalidParameterCombination",
    "databaseInsightsMode advanced requires Performance Insights with a retention of at least 465 days",
  );
}

/** The provider asks RDS for a last snapshot unless it is told not to, and RDS wants it named. */
function refuseUnnamedSnapshot(attributes: WireObject): void {
  if (attributes.skipFinalSnapshot === true || textOf(attributes.finalSnapshotIdentifier) !== "") return;
  throw new AwsError(
    "InvalidParameterCombination",
    "finalSnapshotIdentifier is required when skipFinalSnapshot is false",
  );
}

const unusedName =
  (property: string, code: string, types: readonly string[]) =>
  ({ inputs, world }: Created): void => {
    const taken = types
      .flatMap((type) => existing(world, type))
      .some(({ attributes }) => attributes.identifier === inputs[property]);
    if (taken) throw new AwsError(code, `there is already a DB instance ${textOf(inputs[property])}`);
  };

const resourceId = (prefix: string, { urn, generation }: Creation): string =>
  `${prefix}-${digest(`${urn}#${generation}`, 26).toUpperCase()}`;

/** Where a name that nobody knows before leads: AWS puts a word of the account and the Region behind it. */
function host(identifier: string, { settings }: Created, kind = ""): string {
  return `${identifier}.${kind}${digest(settings.accountId, 12)}.${settings.region}.rds.amazonaws.com`;
}

/** The secret in which RDS keeps the password that it manages. */
function managedSecrets(created: Created, name: string): WireObject {
  if (created.inputs.manageMasterUserPassword !== true) return { masterUserSecrets: [] };
  const suffix = digest(`${created.urn}#${created.generation}secret`, 6);
  const secretArn = regionalArn("secretsmanager", () => `secret:rds!${name}-${suffix}`)(created);
  const kmsKeyId = textOf(created.inputs.masterUserSecretKmsKeyId);
  return { masterUserSecrets: [{ kmsKeyId, secretArn, secretStatus: "active" }] };
}

/** RDS makes the secret when it is asked to manage the password, and no other change of the database makes one. */
function keptSecrets(before: WireObject, { manageMasterUserPassword }: WireObject): WireObject {
  const { masterUserSecrets } = before;
  const isAskedAnew = manageMasterUserPassword !== before.manageMasterUserPassword;
  return isAskedAnew || masterUserSecrets === undefined ? {} : { masterUserSecrets };
}

function clusterAttributes(created: Created): WireObject {
  const identifier = textOf(created.inputs.clusterIdentifier);
  const port = textOf(created.inputs.engine).endsWith("postgresql") ? 5432 : 3306;
  return {
    allocatedStorage: 1,
    availabilityZones: ["a", "b", "c"].map((zone) => `${created.settings.region}${zone}`),
    backupRetentionPeriod: 1,
    clusterIdentifierPrefix: "",
    clusterResourceId: resourceId("cluster", created),
    endpoint: host(identifier, created, "cluster-"),
    engineVersionActual: textOf(created.inputs.engineVersion),
    port,
    readerEndpoint: host(identifier, created, "cluster-ro-"),
    ...managedSecrets(created, identifier),
  };
}

function instanceAttributes(created: Created): WireObject {
  const identifier = textOf(created.inputs.identifier);
  const address = host(identifier, created);
  const port = created.inputs.engine === "postgres" ? 5432 : 3306;
  return {
    address,
    endpoint: `${address}:${textOf(created.inputs.port ?? port)}`,
    engineVersionActual: textOf(created.inputs.engineVersion),
    identifierPrefix: "",
    port,
    resourceId: created.id,
    status: "available",
    ...managedSecrets(created, identifier),
  };
}

/** Relational databases of Aurora and RDS, and their instances. */
export const DATABASE_TYPES: ResourceTypes = {
  [CLUSTER]: {
    id: inputId("clusterIdentifier"),
    arn: regionalArn("rds", ({ id }) => `cluster:${id}`),
    keeps: keptSecrets,
    defaults: {
      copyTagsToSnapshot: false,
      deleteAutomatedBackups: true,
      enableGlobalWriteForwarding: false,
      enableHttpEndpoint: false,
      enableLocalWriteForwarding: false,
      engineMode: "provisioned",
      skipFinalSnapshot: false,
    },
    computed: clusterAttributes,
    forceNew: [
      "clusterIdentifier",
      "clusterIdentifierPrefix",
      "databaseName",
      "dbSubnetGroupName",
      "engine",
      "engineMode",
      "kmsKeyId",
      "masterUsername",
      "port",
      "snapshotIdentifier",
      "storageEncrypted",
    ],
    references: {
      dbSubnetGroupName: IN_SUBNET_GROUP,
      dbClusterParameterGroupName: PARAMETERS_OF(CLUSTER_PARAMETER_GROUP, "DBClusterParameterGroupNotFound"),
      kmsKeyId: KEY,
      masterUserSecretKmsKeyId: KEY,
      performanceInsightsKmsKeyId: KEY,
      vpcSecurityGroupIds: GUARDED_BY,
    },
    rules: [
      databaseName("clusterIdentifier", 63),
      betweenRule("backupRetentionPeriod", 1, 35),
      choiceRule("engine", "InvalidParameterValue", [
        "aurora-mysql",
        "aurora-postgresql",
        "mysql",
        "postgres",
      ]),
      ...SHARED_RULES,
    ],
    refuse: (created) => {
      unique(["clusterIdentifier"], "DBClusterAlreadyExistsFault")(created);
      refuseInsights(created);
    },
    refuseDeletion: refuseUnnamedSnapshot,
  },
  [CLUSTER_INSTANCE]: {
    id: inputId("identifier"),
    arn: regionalArn("rds", ({ id }) => `db:${id}`),
    defaults: {
      autoMinorVersionUpgrade: true,
      copyTagsToSnapshot: false,
      forceDestroy: false,
      monitoringInterval: 0,
      promotionTier: 0,
    },
    computed: (created) => ({
      dbiResourceId: resourceId("db", created),
      endpoint: host(textOf(created.inputs.identifier), created),
      identifierPrefix: "",
      writer: true,
    }),
    forceNew: [
      "availabilityZone",
      "clusterIdentifier",
      "dbSubnetGroupName",
      "engine",
      "engineVersion",
      "identifier",
      "identifierPrefix",
      "publiclyAccessible",
    ],
    references: {
      clusterIdentifier: {
        types: [CLUSTER],
        missing: "DBClusterNotFoundFault",
        holds: "InvalidDBClusterStateFault",
      },
      dbSubnetGroupName: IN_SUBNET_GROUP,
      performanceInsightsKmsKeyId: KEY,
    },
    rules: [databaseName("identifier", 63), betweenRule("promotionTier", 0, 15), ...SHARED_RULES.slice(0, 1)],
    refuse: unusedName("identifier", "DBInstanceAlreadyExists", [INSTANCE, CLUSTER_INSTANCE]),
  },
  [INSTANCE]: {
    id: (creation) => resourceId("db", creation),
    arn: regionalArn("rds", ({ inputs }) => `db:${textOf(inputs.identifier)}`),
    keeps: keptSecrets,
    autoname: { property: "identifier", maxLength: 255, separator: "" },
    defaults: {
      applyImmediately: false,
      autoMinorVersionUpgrade: true,
      copyTagsToSnapshot: false,
      deleteAutomatedBackups: true,
      monitoringInterval: 0,
      publiclyAccessible: false,
      skipFinalSnapshot: false,
    },
    computed: instanceAttributes,
    forceNew: [
      "availabilityZone",
      "dbName",
      "engine",
      "kmsKeyId",
      "snapshotIdentifier",
      "storageEncrypted",
      "username",
    ],
    references: {
      dbSubnetGroupName: IN_SUBNET_GROUP,
      kmsKeyId: KEY,
      masterUserSecretKmsKeyId: KEY,
      parameterGroupName: PARAMETERS_OF(PARAMETER_GROUP, "DBParameterGroupNotFound"),
      performanceInsightsKmsKeyId: KEY,
      vpcSecurityGroupIds: GUARDED_BY,
    },
    rules: [databaseName("identifier", 63), betweenRule("backupRetentionPeriod", 0, 35), ...SHARED_RULES],
    refuse: (created) => {
      unusedName("identifier", "DBInstanceAlreadyExists", [INSTANCE, CLUSTER_INSTANCE])(created);
      refuseInsights(created);
    },
    refuseDeletion: refuseUnnamedSnapshot,
  },
};
