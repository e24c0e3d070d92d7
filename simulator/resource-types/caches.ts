import { AwsError } from "../aws-error";
import { digest } from "../identity";
import { isWireObject, type WireObject } from "../wire";
import {
  choiceRule,
  inputId,
  regionalArn,
  textOf,
  textRule,
  unique,
  type Created,
  type InputRule,
  type ResourceTypes,
} from "./definition";
import { IN_SUBNET, USES_SECURITY_GROUP } from "./references";

const SUBNET_GROUP = "aws:elasticache/subnetGroup:SubnetGroup";
const PARAMETER_GROUP = "aws:elasticache/parameterGroup:ParameterGroup";
const USER = "aws:elasticache/user:User";
const USER_GROUP = "aws:elasticache/userGroup:UserGroup";

/** Source: ElastiCache API, constraints of identifiers. */
function identifierRule(property: string, maxLength: number): InputRule {
  return textRule({
    property,
    code: "InvalidParameterValue",
    pattern: new RegExp(`^(?!.*--)[a-z]([a-z0-9-]{0,${maxLength - 2}}[a-z0-9])?$`),
    requires: `must be 1 to ${maxLength} lower-case letters, digits or single hyphens, a letter first and no hyphen last`,
  });
}

function replicationAttributes(created: Created): WireObject {
  const { inputs, settings } = created;
  const id = textOf(inputs.replicationGroupId);
  const host = (kind: string): string =>
    `${kind}.${id}.${digest(settings.accountId, 6)}.${settings.region}.cache.amazonaws.com`;
  const nodes = typeof inputs.numCacheClusters === "number" ? inputs.numCacheClusters : 1;
  return {
    clusterEnabled: false,
    engineVersionActual: textOf(inputs.engineVersion),
    memberClusters: Array.from(
      { length: nodes },
      (_, index) => `${id}-${String(index + 1).padStart(3, "0")}`,
    ),
    primaryEndpointAddress: host("master"),
    readerEndpointAddress: host("replica"),
  };
}

/** Source: ElastiCache API, CreateReplicationGroup. */
function refuseCombinations({ inputs }: Created): void {
  const nodes = typeof inputs.numCacheClusters === "number" ? inputs.numCacheClusters : 1;
  if (inputs.automaticFailoverEnabled === true && inputs.numNodeGroups === undefined && nodes < 2) {
    throw new AwsError("InvalidParameterCombination", "automatic failover requires at least 2 nodes");
  }
  if (inputs.multiAzEnabled === true && inputs.automaticFailoverEnabled !== true) {
    throw new AwsError("InvalidParameterCombination", "several zones require automatic failover");
  }
  if (inputs.userGroupIds !== undefined && inputs.transitEncryptionEnabled !== true) {
    throw new AwsError("InvalidParameterCombination", "user groups require encryption in transit");
  }
}

function refuseOtherName({ inputs }: Created): void {
  const { authenticationMode } = inputs;
  const byIam = isWireObject(authenticationMode) && authenticationMode.type === "iam";
  if (!byIam || inputs.userId === inputs.userName) return;
  throw new AwsError(
    "InvalidParameterCombination",
    `userName is ${textOf(inputs.userName)}; with IAM authentication it must be the userId ${textOf(inputs.userId)}`,
  );
}

/** ElastiCache's replication groups, and who may use them. */
export const CACHE_TYPES: ResourceTypes = {
  [SUBNET_GROUP]: {
    id: inputId("name"),
    arn: regionalArn("elasticache", ({ id }) => `subnetgroup:${id}`),
    defaults: { description: "Managed by Pulumi" },
    forceNew: ["name"],
    references: { subnetIds: { ...IN_SUBNET, missing: "InvalidSubnet" } },
    rules: [identifierRule("name", 255)],
    refuse: unique(["name"], "CacheSubnetGroupAlreadyExists"),
  },
  [PARAMETER_GROUP]: {
    id: inputId("name"),
    arn: regionalArn("elasticache", ({ id }) => `parametergroup:${id}`),
    defaults: { description: "Managed by Pulumi" },
    forceNew: ["description", "family", "name"],
    rules: [identifierRule("name", 255)],
    refuse: unique(["name"], "CacheParameterGroupAlreadyExists"),
  },
  [USER]: {
    id: inputId("userId"),
    arn: regionalArn("elasticache", ({ id }) => `user:${id}`),
    defaults: { noPasswordRequired: false },
    forceNew: ["userId", "userName"],
    rules: [
      identifierRule("userId", 40),
      choiceRule("engine", "InvalidParameterValue", ["redis", "REDIS", "valkey", "VALKEY"]),
    ],
    refuse: (created) => {
      unique(["userId"], "UserAlreadyExists")(created);
      refuseOtherName(created);
    },
  },
  [USER_GROUP]: {
    id: inputId("userGroupId"),
    arn: regionalArn("elasticache", ({ id }) => `usergroup:${id}`),
    forceNew: ["userGroupId"],
    references: { userIds: { types: [USER], missing: "UserNotFound", except: /^default$/ } },
    rules: [identifierRule("userGroupId", 40)],
    refuse: unique(["userGroupId"], "UserGroupAlreadyExists"),
  },
  "aws:elasticache/replicationGroup:ReplicationGroup": {
    id: inputId("replicationGroupId"),
    arn: regionalArn("elasticache", ({ id }) => `replicationgroup:${id}`),
    autoname: { property: "replicationGroupId", maxLength: 40, transform: (name) => name.toLowerCase() },
    computed: replicationAttributes,
    forceNew: [
      "atRestEncryptionEnabled",
      "dataTieringEnabled",
      "kmsKeyId",
      "networkType",
      "port",
      "replicationGroupId",
      "snapshotArns",
      "snapshotName",
      "subnetGroupName",
    ],
    references: {
      kmsKeyId: { types: ["aws:kms/key:Key"], missing: "InvalidParameterValue", except: /:alias\// },
      parameterGroupName: {
        types: [PARAMETER_GROUP],
        missing: "CacheParameterGroupNotFound",
        holds: "InvalidCacheParameterGroupState",
        except: /^default\./,
      },
      securityGroupIds: { ...USES_SECURITY_GROUP, missing: "InvalidParameterValue" },
      subnetGroupName: {
        types: [SUBNET_GROUP],
        missing: "CacheSubnetGroupNotFoundFault",
        holds: "CacheSubnetGroupInUse",
      },
      userGroupIds: { types: [USER_GROUP], missing: "UserGroupNotFound", holds: "InvalidUserGroupState" },
    },
    rules: [
      identifierRule("replicationGroupId", 40),
      choiceRule("transitEncryptionMode", "InvalidParameterValue", ["preferred", "required"]),
    ],
    refuse: (created) => {
      unique(["replicationGroupId"], "ReplicationGroupAlreadyExists")(created);
      refuseCombinations(created);
    },
  },
};
