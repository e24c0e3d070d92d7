import { fingerprintNumber } from "../identity";
import type { WireObject } from "../wire";
import {
  choiceRule,
  existing,
  inputId,
  prefixedId,
  regionalArn,
  textOf,
  textRule,
  unique,
  type Created,
  type Creation,
  type InputRule,
  type ResourceType,
  type ResourceTypes,
} from "./definition";
import { ABOUT_SUBNET, IN_VPC, OF_NETWORK_ACL, OF_SECURITY_GROUP, USES_SECURITY_GROUP } from "./references";

const ownerId = ({ settings }: Created): WireObject => ({ ownerId: settings.accountId });
const aclArn = regionalArn("ec2", ({ id }) => `network-acl/${id}`);
const groupArn = regionalArn("ec2", ({ id }) => `security-group/${id}`);

/** Source: Amazon EC2 API, CreateSecurityGroup. */
const GROUP_TEXT = /^[0-9A-Za-z_ .:/()#,@[\]+=&;{}!$*-]{1,255}$/;
const GROUP_RULES: readonly InputRule[] = [
  textRule({
    property: "name",
    code: "InvalidParameterValue",
    pattern: /^(?!sg-)[0-9A-Za-z_ .:/()#,@[\]+=&;{}!$*-]{1,255}$/,
    requires: "must be 1 to 255 letters, digits, spaces or ._-:/()#,@[]+=&;{}!$* and not begin with sg-",
  }),
  textRule({
    property: "description",
    code: "InvalidParameterValue",
    pattern: GROUP_TEXT,
    requires: "must be 1 to 255 letters, digits, spaces or ._-:/()#,@[]+=&;{}!$*",
  }),
];

function port(property: string): InputRule {
  return {
    property,
    code: "InvalidParameterValue",
    requires: "must be a port from 0 to 65535, or -1 for all",
    holds: (value) => typeof value === "number" && Number.isInteger(value) && value >= -1 && value <= 65_535,
  };
}

/** Source: Amazon EC2 API, CreateNetworkAclEntry. */
const ACL_RULE_NUMBER: InputRule = {
  property: "ruleNumber",
  code: "InvalidParameterValue",
  requires: "must be a whole number from 1 to 32766",
  holds: (value) => typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 32_766,
};

function separateRule(): ResourceType {
  return {
    id: prefixedId("sgr"),
    arn: regionalArn("ec2", ({ id }) => `security-group-rule/${id}`),
    computed: ({ id }) => ({ securityGroupRuleId: id }),
    forceNew: ["securityGroupId"],
    references: { securityGroupId: OF_SECURITY_GROUP, referencedSecurityGroupId: USES_SECURITY_GROUP },
    rules: [port("fromPort"), port("toPort")],
    refuse: unique(
      [
        "securityGroupId",
        "ipProtocol",
        "fromPort",
        "toPort",
        "cidrIpv4",
        "cidrIpv6",
        "prefixListId",
        "referencedSecurityGroupId",
      ],
      "InvalidPermission.Duplicate",
    ),
  };
}

/** The security group AWS made with the VPC; a program adopts it rather than making one. */
function defaultGroupId({ world, inputs }: Creation): string {
  const made = existing(world, "aws:ec2/securityGroup:SecurityGroup").find(
    ({ attributes }) => attributes.vpcId === inputs.vpcId && attributes.name === "default",
  );
  return made?.id ?? `sg-${textOf(inputs.vpcId).replace(/^vpc-/, "")}`;
}

function defaultAclAttributes({ inputs, world, settings }: Created): WireObject {
  const acl = existing(world, "aws:ec2/networkAcl:NetworkAcl").find(
    ({ id }) => id === inputs.defaultNetworkAclId,
  );
  return { vpcId: acl?.attributes.vpcId ?? "", ownerId: settings.accountId };
}

/** Security groups and network access control lists with their rules. */
export const FIREWALL_TYPES: ResourceTypes = {
  "aws:ec2/securityGroup:SecurityGroup": {
    id: prefixedId("sg"),
    arn: groupArn,
    defaults: { revokeRulesOnDelete: false },
    computed: (created) => ({ ...ownerId(created), egress: [], ingress: [], namePrefix: "" }),
    forceNew: ["description", "name", "namePrefix", "vpcId"],
    references: { vpcId: IN_VPC },
    rules: GROUP_RULES,
    refuse: unique(["vpcId", "name"], "InvalidGroup.Duplicate"),
  },
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": {
    id: defaultGroupId,
    arn: groupArn,
    autoname: "none",
    defaults: { revokeRulesOnDelete: false },
    computed: (created) => ({
      ...ownerId(created),
      description: "default VPC security group",
      egress: [],
      ingress: [],
      name: "default",
      namePrefix: "",
    }),
    forceNew: ["vpcId"],
    references: { vpcId: { ...IN_VPC, holds: undefined } },
  },
  "aws:ec2/securityGroupRule:SecurityGroupRule": {
    id: ({ urn, generation }) => `sgrule-${fingerprintNumber(`${urn}#${generation}`)}`,
    computed: ({ urn }) => ({
      securityGroupRuleId: `sgr-${fingerprintNumber(urn)}`,
      sourceSecurityGroupId: "",
    }),
    defaults: { self: false },
    forceNew: [
      "cidrBlocks",
      "fromPort",
      "ipv6CidrBlocks",
      "prefixListIds",
      "protocol",
      "securityGroupId",
      "self",
      "sourceSecurityGroupId",
      "toPort",
      "type",
    ],
    deleteBeforeReplace: true,
    references: { securityGroupId: OF_SECURITY_GROUP, sourceSecurityGroupId: USES_SECURITY_GROUP },
    rules: [
      choiceRule("type", "InvalidParameterValue", ["ingress", "egress"]),
      port("fromPort"),
      port("toPort"),
    ],
  },
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": separateRule(),
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": separateRule(),
  "aws:ec2/networkAcl:NetworkAcl": {
    id: prefixedId("acl"),
    arn: aclArn,
    computed: (created) => ({ ...ownerId(created), egress: [], ingress: [], subnetIds: [] }),
    forceNew: ["vpcId"],
    references: { vpcId: IN_VPC, subnetIds: ABOUT_SUBNET },
  },
  "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": {
    id: inputId("defaultNetworkAclId"),
    arn: aclArn,
    computed: defaultAclAttributes,
    forceNew: ["defaultNetworkAclId"],
    references: { defaultNetworkAclId: OF_NETWORK_ACL },
  },
  "aws:ec2/networkAclRule:NetworkAclRule": {
    id: ({ urn, generation }) => `nacl-${fingerprintNumber(`${urn}#${generation}`)}`,
    defaults: { egress: false },
    forceNew: [
      "cidrBlock",
      "egress",
      "fromPort",
      "icmpCode",
      "icmpType",
      "ipv6CidrBlock",
      "networkAclId",
      "protocol",
      "ruleAction",
      "ruleNumber",
      "toPort",
    ],
    references: { networkAclId: OF_NETWORK_ACL },
    rules: [
      ACL_RULE_NUMBER,
      choiceRule("ruleAction", "InvalidParameterValue", ["allow", "deny", "ALLOW", "DENY"]),
    ],
    refuse: unique(["networkAclId", "ruleNumber", "egress"], "NetworkAclEntryAlreadyExists"),
  },
  "aws:ec2/networkAclAssociation:NetworkAclAssociation": {
    id: prefixedId("aclassoc"),
    forceNew: ["networkAclId", "subnetId"],
    references: { networkAclId: OF_NETWORK_ACL, subnetId: ABOUT_SUBNET },
    refuse: unique(["subnetId"], "Resource.AlreadyAssociated"),
  },
};
