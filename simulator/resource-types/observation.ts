import { AwsError } from "../aws-error";
import type { WireObject } from "../wire";
import {
  choiceRule,
  inputId,
  prefixedId,
  regionalArn,
  textOf,
  textRule,
  unique,
  type Created,
  type ResourceTypes,
} from "./definition";
import { documentRules } from "./policy-documents";
import { ABOUT_SUBNET, ABOUT_VPC, IN_VPC } from "./references";

/** Retention AWS offers, in days; 0 keeps for ever. Source: CloudWatch Logs API, PutRetentionPolicy. */
const RETENTION_DAYS = [
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

const DEFAULT_FLOW_FORMAT =
  "${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} " +
  "${packets} ${bytes} ${start} ${end} ${action} ${log-status}";

const EXCLUSIONS = [
  "egressOnlyInternetGateway",
  "elasticFileSystem",
  "internetGateway",
  "lambda",
  "natGateway",
  "virtualPrivateGateway",
  "vpcLattice",
  "vpcPeering",
];

function encryptionAttributes({ inputs }: Created): WireObject {
  const words = Object.fromEntries(EXCLUSIONS.map((name) => [`${name}Exclusion`, "disable"]));
  const states = EXCLUSIONS.map((name): [string, WireObject] => [
    name,
    { state: inputs[`${name}Exclusion`] === "enable" ? "enabled" : "disabled", stateMessage: "" },
  ]);
  return { ...words, resourceExclusions: Object.fromEntries(states), state: "available", stateMessage: "" };
}

function refuseUnhostedFlowLog({ inputs }: Created): void {
  const sources = [
    "eniId",
    "regionalNatGatewayId",
    "subnetId",
    "transitGatewayAttachmentId",
    "transitGatewayId",
    "vpcId",
  ];
  const given = sources.filter((source) => textOf(inputs[source]) !== "");
  if (given.length === 1) return;
  throw new AwsError(
    "InvalidParameter",
    `${given.length === 0 ? "no source" : given.join(", ")} given; a flow log requires exactly one of ${sources.join(", ")}`,
  );
}

/** Flow logs, log groups, encryption control, reachability scopes and the groups they speak of. */
export const OBSERVATION_TYPES: ResourceTypes = {
  "aws:ec2/flowLog:FlowLog": {
    id: prefixedId("fl"),
    arn: regionalArn("ec2", ({ id }) => `vpc-flow-log/${id}`),
    defaults: { logDestinationType: "cloud-watch-logs", maxAggregationInterval: 600 },
    computed: () => ({ logDestination: "", logFormat: DEFAULT_FLOW_FORMAT }),
    forceNew: [
      "deliverCrossAccountRole",
      "destinationOptions",
      "eniId",
      "iamRoleArn",
      "logDestination",
      "logDestinationType",
      "logFormat",
      "maxAggregationInterval",
      "regionalNatGatewayId",
      "subnetId",
      "trafficType",
      "transitGatewayAttachmentId",
      "transitGatewayId",
      "vpcId",
    ],
    references: { vpcId: ABOUT_VPC, subnetId: ABOUT_SUBNET },
    rules: [
      choiceRule("maxAggregationInterval", "InvalidParameter", [60, 600]),
      choiceRule("trafficType", "InvalidParameter", ["ACCEPT", "REJECT", "ALL"]),
      choiceRule("logDestinationType", "InvalidParameter", [
        "cloud-watch-logs",
        "s3",
        "kinesis-data-firehose",
      ]),
    ],
    refuse: refuseUnhostedFlowLog,
  },
  "aws:cloudwatch/logGroup:LogGroup": {
    id: inputId("name"),
    arn: regionalArn("logs", ({ id }) => `log-group:${id}`),
    defaults: { retentionInDays: 0, skipDestroy: false },
    computed: () => ({ deletionProtectionEnabled: false, logGroupClass: "STANDARD", namePrefix: "" }),
    forceNew: ["logGroupClass", "name", "namePrefix"],
    references: {
      kmsKeyId: { types: ["aws:kms/key:Key"], missing: "InvalidParameterException", except: /:alias\// },
    },
    rules: [
      choiceRule("retentionInDays", "InvalidParameterException", RETENTION_DAYS),
      textRule({
        property: "name",
        code: "InvalidParameterException",
        pattern: /^[.\-_/#A-Za-z0-9]{1,512}$/,
        requires: "must be 1 to 512 letters, digits or ._-/#",
      }),
    ],
    refuse: unique(["name"], "ResourceAlreadyExistsException"),
    refuseDeletion: ({ deletionProtectionEnabled, name }) => {
      if (deletionProtectionEnabled !== true) return;
      throw new AwsError(
        "ValidationException",
        `${textOf(name)} is protected; disable deletion protection first`,
      );
    },
  },
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": {
    id: inputId("policyName"),
    forceNew: ["policyName", "resourceArn"],
    rules: documentRules("policyDocument", 5120, "InvalidParameterException"),
  },
  "aws:ec2/vpcEncryptionControl:VpcEncryptionControl": {
    id: prefixedId("vpcec"),
    computed: encryptionAttributes,
    forceNew: ["vpcId"],
    references: { vpcId: { ...IN_VPC, holds: undefined } },
    rules: [choiceRule("mode", "InvalidParameterValue", ["monitor", "enforce"])],
    refuse: unique(["vpcId"], "VpcEncryptionControlAlreadyExists"),
  },
  "aws:ec2/encryptionControl:EncryptionControl": {
    id: prefixedId("vpcec"),
    computed: encryptionAttributes,
    forceNew: ["vpcId"],
    references: { vpcId: { ...IN_VPC, holds: undefined } },
    rules: [choiceRule("mode", "InvalidParameterValue", ["monitor", "enforce"])],
    refuse: unique(["vpcId"], "VpcEncryptionControlAlreadyExists"),
  },
  "aws:ec2/networkInsightsAccessScope:NetworkInsightsAccessScope": {
    id: prefixedId("nis"),
    arn: regionalArn("ec2", ({ id }) => `network-insights-access-scope/${id}`),
    forceNew: ["excludePaths", "matchPaths"],
  },
  "aws:resourcegroups/group:Group": {
    id: inputId("name"),
    arn: regionalArn("resource-groups", ({ id }) => `group/${id}`),
    forceNew: ["name"],
    rules: [
      textRule({
        property: "name",
        code: "BadRequestException",
        pattern: /^(?!aws)[A-Za-z0-9_.-]{1,127}$/i,
        requires: "must be 1 to 127 letters, digits or ._-, and not begin with aws",
      }),
    ],
    refuse: unique(["name"], "BadRequestException"),
  },
};
