import { AwsError } from "../aws-error";
import { isWireList, isWireObject } from "../wire";
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
import { IN_SUBNET } from "./references";

/** Type of groups of a database's parameters. */
export const PARAMETER_GROUP = "aws:rds/parameterGroup:ParameterGroup";
/** Type of groups of a cluster's parameters. */
export const CLUSTER_PARAMETER_GROUP = "aws:rds/clusterParameterGroup:ClusterParameterGroup";
/** Type of groups of subnets that databases stand in. */
export const SUBNET_GROUP = "aws:rds/subnetGroup:SubnetGroup";

/** A rule of a property that identifies something of RDS. Source: RDS API, constraints of identifiers. */
export function databaseName(property: string, maxLength: number): InputRule {
  return textRule({
    property,
    code: "InvalidParameterValue",
    pattern: new RegExp(`^(?!.*--)[a-z]([a-z0-9-]{0,${maxLength - 2}}[a-z0-9])?$`),
    requires: `must be 1 to ${maxLength} lower-case letters, digits or single hyphens, a letter first and no hyphen last`,
  });
}

/** Source: RDS API, CreateDBSubnetGroup: subnets in at least two zones. */
function refuseFewZones({ inputs, world }: Created): void {
  const ids = isWireList(inputs.subnetIds) ? inputs.subnetIds : [];
  const zones = world.resources
    .filter(({ id }) => ids.includes(id))
    .map(({ attributes }) => textOf(attributes.availabilityZone));
  if (new Set(zones).size >= 2) return;
  throw new AwsError(
    "DBSubnetGroupDoesNotCoverEnoughAZs",
    `the subnets lie in ${new Set(zones).size} zones; at least 2 are required`,
  );
}

function refuseUnknownSources({ inputs, world }: Created): void {
  const sources = isWireList(inputs.sourceIds) ? inputs.sourceIds.map(textOf) : [];
  const known = world.resources.flatMap(({ attributes }) => [
    textOf(attributes.clusterIdentifier),
    textOf(attributes.identifier),
    textOf(attributes.name),
  ]);
  const missing = sources.filter((source) => !known.includes(source));
  if (missing.length > 0) throw new AwsError("SourceNotFound", `sourceIds names ${missing.join(", ")}`);
}

function refuseRepeatedParameter({ inputs }: Created): void {
  const parameters = isWireList(inputs.parameters) ? inputs.parameters.filter(isWireObject) : [];
  const names = parameters.map(({ name }) => textOf(name));
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined)
    throw new AwsError("InvalidParameterValue", `parameter ${repeated} is set twice`);
}

const parameterGroup = (kind: string, code: string): ResourceTypes[string] => ({
  id: inputId("name"),
  arn: regionalArn("rds", ({ id }) => `${kind}:${id}`),
  defaults: { description: "Managed by Pulumi" },
  computed: () => ({ namePrefix: "" }),
  forceNew: ["description", "family", "name", "namePrefix"],
  rules: [databaseName("name", 255)],
  refuse: (created) => {
    unique(["name"], code)(created);
    refuseRepeatedParameter(created);
  },
});

/** What relational databases stand on, and who is told of them. */
export const DATABASE_GROUP_TYPES: ResourceTypes = {
  [SUBNET_GROUP]: {
    id: inputId("name"),
    arn: regionalArn("rds", ({ id }) => `subgrp:${id}`),
    defaults: { description: "Managed by Pulumi" },
    computed: () => ({ namePrefix: "", supportedNetworkTypes: ["IPV4"] }),
    forceNew: ["name", "namePrefix"],
    references: { subnetIds: { ...IN_SUBNET, missing: "InvalidSubnet" } },
    rules: [
      textRule({
        property: "name",
        code: "InvalidParameterValue",
        pattern: /^(?!default$)[a-z0-9 ._-]{1,255}$/,
        requires: "must be 1 to 255 lower-case letters, digits, spaces or ._-, and not default",
      }),
    ],
    refuse: (created) => {
      unique(["name"], "DBSubnetGroupAlreadyExists")(created);
      refuseFewZones(created);
    },
  },
  [PARAMETER_GROUP]: parameterGroup("pg", "DBParameterGroupAlreadyExists"),
  [CLUSTER_PARAMETER_GROUP]: parameterGroup("cluster-pg", "DBParameterGroupAlreadyExists"),
  "aws:rds/eventSubscription:EventSubscription": {
    id: inputId("name"),
    arn: regionalArn("rds", ({ id }) => `es:${id}`),
    defaults: { enabled: true },
    computed: ({ settings }) => ({ customerAwsId: settings.accountId, namePrefix: "" }),
    forceNew: ["name", "namePrefix"],
    references: {
      snsTopic: { types: ["aws:sns/topic:Topic"], missing: "SNSTopicArnNotFound" },
    },
    rules: [
      choiceRule("sourceType", "InvalidParameterValue", [
        "blue-green-deployment",
        "custom-engine-version",
        "db-cluster",
        "db-cluster-snapshot",
        "db-instance",
        "db-parameter-group",
        "db-proxy",
        "db-security-group",
        "db-shard-group",
        "db-snapshot",
        "zero-etl",
      ]),
    ],
    refuse: (created) => {
      unique(["name"], "SubscriptionAlreadyExist")(created);
      refuseUnknownSources(created);
    },
  },
};
