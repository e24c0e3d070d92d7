import { findZone } from "../availability-zones";
import { AwsError } from "../aws-error";
import { digest } from "../identity";
import { contains, overlap, parseRange } from "../ipv4-range";
import { isUnknown, type Wire, type WireObject } from "../wire";
import {
  choiceRule,
  existing,
  idDigits,
  prefixedId,
  regionalArn,
  textOf,
  unique,
  type Created,
  type Creation,
  type InputRule,
  type ResourceTypes,
} from "./definition";
import { ABOUT_SUBNET, IN_SUBNET, IN_VPC } from "./references";

const ec2 = (kind: string): ((created: Created) => string) => regionalArn("ec2", ({ id }) => `${kind}/${id}`);
const ownerId = ({ settings }: Created): WireObject => ({ ownerId: settings.accountId });

/** AWS allows blocks between /16 and /28. Source: Amazon VPC, CIDR blocks. */
function cidrRule(code: string): InputRule {
  return {
    property: "cidrBlock",
    code,
    requires: "must be an IPv4 block between /16 and /28 that begins at its first address",
    holds: (value) => {
      const range = typeof value === "string" ? parseRange(value) : undefined;
      return range !== undefined && range.aligned && range.prefixLength >= 16 && range.prefixLength <= 28;
    },
  };
}

const alongId = (creation: Creation, prefix: string): string => `${prefix}-${idDigits(creation, prefix)}`;

/** An Amazon-provided /56 block. */
function ipv6Block(creation: Creation): string {
  const hex = digest(`${creation.urn}#${creation.generation}ipv6`, 5);
  return `2a05:d018:${hex.slice(0, 3)}:${hex.slice(3)}00::/56`;
}

function ipv6Attributes(created: Created): WireObject {
  const given = textOf(created.inputs.ipv6CidrBlock);
  const block =
    given !== "" ? given : created.inputs.assignGeneratedIpv6CidrBlock === true ? ipv6Block(created) : "";
  return {
    ipv6CidrBlock: block,
    ipv6AssociationId: block === "" ? "" : alongId(created, "vpc-cidr-assoc"),
    ipv6CidrBlockNetworkBorderGroup: block === "" ? "" : created.settings.region,
  };
}

function vpcAttributes(created: Created): WireObject {
  const mainRouteTableId = alongId(created, "rtb");
  return {
    ...ipv6Attributes(created),
    cidrBlock: "10.0.0.0/16",
    defaultNetworkAclId: alongId(created, "acl"),
    defaultRouteTableId: mainRouteTableId,
    defaultSecurityGroupId: alongId(created, "sg"),
    dhcpOptionsId: "dopt-0a1b2c3d4e5f60718",
    enableDnsHostnames: false,
    enableNetworkAddressUsageMetrics: false,
    mainRouteTableId,
    ...ownerId(created),
  };
}

function madeWithVpc(created: Created): { type: string; id: string; attributes: WireObject }[] {
  const attributes = { vpcId: created.id, ...ownerId(created) };
  return [
    {
      type: "aws:ec2/securityGroup:SecurityGroup",
      id: alongId(created, "sg"),
      attributes: { ...attributes, name: "default" },
    },
    { type: "aws:ec2/networkAcl:NetworkAcl", id: alongId(created, "acl"), attributes },
    { type: "aws:ec2/routeTable:RouteTable", id: alongId(created, "rtb"), attributes },
  ];
}

function refuseSubnet({ world, type, inputs, settings }: Created): void {
  const block = textOf(inputs.cidrBlock);
  const range = parseRange(block);
  const vpc = existing(world, "aws:ec2/vpc:Vpc").find(({ id }) => id === inputs.vpcId);
  const outer = parseRange(textOf(vpc?.attributes.cidrBlock));
  if (range !== undefined && outer !== undefined && !contains(outer, range)) {
    throw new AwsError(
      "InvalidSubnet.Range",
      `${block} is outside the VPC's ${textOf(vpc?.attributes.cidrBlock)}`,
    );
  }
  const taken = existing(world, type).find(({ attributes }) => {
    const other = parseRange(textOf(attributes.cidrBlock));
    return (
      attributes.vpcId === inputs.vpcId && range !== undefined && other !== undefined && overlap(range, other)
    );
  });
  if (taken !== undefined) {
    throw new AwsError(
      "InvalidSubnet.Conflict",
      `${block} conflicts with ${taken.id}, ${textOf(taken.attributes.cidrBlock)}`,
    );
  }
  for (const zone of [inputs.availabilityZone, inputs.availabilityZoneId]) {
    if (textOf(zone) !== "" && findZone(settings.region, textOf(zone)) === undefined) {
      throw new AwsError(
        "InvalidParameterValue",
        `${textOf(zone)} is no availability zone of ${settings.region}`,
      );
    }
  }
}

function subnetAttributes(created: Created): WireObject {
  const { inputs, settings } = created;
  const given = textOf(inputs.availabilityZone) || textOf(inputs.availabilityZoneId) || `${settings.region}a`;
  const zone = findZone(settings.region, given);
  const ipv6 = textOf(inputs.ipv6CidrBlock);
  return {
    availabilityZone: zone?.name ?? given,
    availabilityZoneId: zone?.zoneId ?? given,
    ipv6CidrBlock: ipv6,
    ipv6CidrBlockAssociationId: ipv6 === "" ? "" : `subnet-cidr-assoc-${idDigits(created, "ipv6")}`,
    privateDnsHostnameTypeOnLaunch: "ip-name",
    ...ownerId(created),
  };
}

/** An address out of the block reserved for documentation (RFC 5737), so that it can be nobody's. */
function publicAddress(creation: Pick<Creation, "urn" | "generation">): string {
  return `203.0.113.${Number.parseInt(digest(`${creation.urn}#${creation.generation}address`, 4), 16) % 256}`;
}

function eipAttributes(created: Created): WireObject {
  const publicIp = publicAddress(created);
  const { region } = created.settings;
  return {
    allocationId: created.id,
    associationId: "",
    domain: "vpc",
    networkBorderGroup: region,
    publicDns: `ec2-${publicIp.replaceAll(".", "-")}.${region}.compute.amazonaws.com`,
    publicIp,
    publicIpv4Pool: "amazon",
  };
}

function natAttributes(created: Created): WireObject {
  const { inputs, world } = created;
  const subnet = existing(world, "aws:ec2/subnet:Subnet").find(({ id }) => id === inputs.subnetId);
  const address = existing(world, "aws:ec2/eip:Eip").find(({ id }) => id === inputs.allocationId);
  return {
    associationId: textOf(inputs.allocationId) === "" ? "" : alongId(created, "eipassoc"),
    availabilityMode: "zonal",
    networkInterfaceId: alongId(created, "eni"),
    privateIp: textOf(subnet?.attributes.cidrBlock).replace(/\d+\/\d+$/, "4"),
    publicIp: textOf(address?.attributes.publicIp),
    vpcId: textOf(subnet?.attributes.vpcId),
  };
}

function refuseNat({ inputs }: Created): void {
  const isPublic = inputs.connectivityType !== "private" && inputs.availabilityMode !== "regional";
  if (isPublic && inputs.allocationId === undefined) {
    throw new AwsError("MissingParameter", "allocationId is missing; a public NAT gateway requires one");
  }
}

const known = (value: Wire | undefined): boolean => value !== undefined && !isUnknown(value);

/** Virtual private clouds, their subnets, gateways and addresses. */
export const VPC_TYPES: ResourceTypes = {
  "aws:ec2/vpc:Vpc": {
    id: prefixedId("vpc"),
    arn: ec2("vpc"),
    defaults: { enableDnsSupport: true, instanceTenancy: "default" },
    computed: vpcAttributes,
    madeAlong: madeWithVpc,
    forceNew: ["cidrBlock", "instanceTenancy", "ipv4IpamPoolId", "ipv4NetmaskLength"],
    rules: [
      cidrRule("InvalidVpc.Range"),
      choiceRule("instanceTenancy", "InvalidParameterValue", ["default", "dedicated"]),
    ],
  },
  "aws:ec2/subnet:Subnet": {
    id: prefixedId("subnet"),
    arn: ec2("subnet"),
    defaults: {
      assignIpv6AddressOnCreation: false,
      enableDns64: false,
      enableResourceNameDnsARecordOnLaunch: false,
      enableResourceNameDnsAaaaRecordOnLaunch: false,
      ipv6Native: false,
      mapPublicIpOnLaunch: false,
    },
    computed: subnetAttributes,
    forceNew: ["availabilityZone", "availabilityZoneId", "cidrBlock", "ipv6Native", "outpostArn", "vpcId"],
    references: { vpcId: IN_VPC },
    rules: [
      cidrRule("InvalidSubnet.Range"),
      {
        property: "availabilityZone",
        code: "InvalidParameterCombination",
        requires: "must not be given together with availabilityZoneId",
        holds: (_, inputs) => !known(inputs.availabilityZoneId),
      },
    ],
    refuse: refuseSubnet,
  },
  "aws:ec2/internetGateway:InternetGateway": {
    id: prefixedId("igw"),
    arn: ec2("internet-gateway"),
    computed: ownerId,
    references: { vpcId: IN_VPC },
    refuse: unique(["vpcId"], "Resource.AlreadyAssociated"),
  },
  "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": {
    id: prefixedId("eigw"),
    forceNew: ["vpcId"],
    references: { vpcId: IN_VPC },
  },
  "aws:ec2/eip:Eip": {
    id: prefixedId("eipalloc"),
    arn: ec2("elastic-ip"),
    computed: eipAttributes,
    forceNew: [
      "address",
      "customerOwnedIpv4Pool",
      "domain",
      "ipamPoolId",
      "networkBorderGroup",
      "publicIpv4Pool",
    ],
  },
  "aws:ec2/natGateway:NatGateway": {
    id: prefixedId("nat"),
    defaults: { connectivityType: "public" },
    computed: natAttributes,
    forceNew: ["allocationId", "availabilityMode", "connectivityType", "privateIp", "subnetId"],
    references: {
      subnetId: IN_SUBNET,
      allocationId: {
        types: ["aws:ec2/eip:Eip"],
        missing: "InvalidAllocationID.NotFound",
        holds: "InvalidIPAddress.InUse",
      },
    },
    rules: [choiceRule("connectivityType", "InvalidParameterValue", ["public", "private"])],
    refuse: refuseNat,
  },
  "aws:ec2/vpcDhcpOptions:VpcDhcpOptions": {
    id: prefixedId("dopt"),
    arn: ec2("dhcp-options"),
    computed: ownerId,
  },
  "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions": {
    id: ({ settings }) => settings.region,
    computed: ({ settings }) => ({ awsAccountId: settings.accountId, awsRegion: settings.region }),
    rules: [
      choiceRule("internetGatewayBlockMode", "InvalidParameterValue", [
        "off",
        "block-bidirectional",
        "block-ingress",
      ]),
    ],
  },
  "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion": {
    id: prefixedId("vpcbpa-exclude"),
    computed: (created) => {
      const kind = textOf(created.inputs.subnetId) === "" ? "vpc" : "subnet";
      return {
        resourceArn: regionalArn("ec2", ({ inputs }) => `${kind}/${textOf(inputs[`${kind}Id`])}`)(created),
      };
    },
    forceNew: ["subnetId", "vpcId"],
    references: { vpcId: { ...IN_VPC, holds: undefined }, subnetId: ABOUT_SUBNET },
    rules: [
      choiceRule("internetGatewayExclusionMode", "InvalidParameterValue", [
        "allow-bidirectional",
        "allow-egress",
      ]),
    ],
  },
};
