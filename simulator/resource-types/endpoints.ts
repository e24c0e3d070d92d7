import { AwsError } from "../aws-error";
import { digest, fingerprintNumber } from "../identity";
import { isWireList, type Wire, type WireObject } from "../wire";
import {
  choiceRule,
  existing,
  idDigits,
  prefixedId,
  regionalArn,
  textOf,
  unique,
  type Created,
  type ResourceTypes,
} from "./definition";
import { IN_SUBNET, IN_VPC, OF_ROUTE_TABLE, USES_SECURITY_GROUP } from "./references";

const OPEN_POLICY = JSON.stringify({
  Version: "2008-10-17",
  Statement: [{ Action: "*", Effect: "Allow", Principal: "*", Resource: "*" }],
});

function listOf(value: Wire | undefined): readonly Wire[] {
  return isWireList(value) ? value : [];
}

function gatewayAttributes({ inputs, settings }: Created): WireObject {
  const name = textOf(inputs.serviceName);
  return {
    cidrBlocks: ["192.0.2.0/24"],
    prefixListId: prefixListId(settings.region, name.split(".").at(-1) ?? ""),
    ipAddressType: "ipv4",
  };
}

/** The id of a prefix list that AWS keeps for a service, e.g. `s3`. */
export function prefixListId(region: string, service: string): string {
  return `pl-${digest(`${region}/${service}`, 8)}`;
}

function interfaceAttributes(created: Created): WireObject {
  const { inputs, settings, id } = created;
  const service = textOf(inputs.serviceName).split(".").slice(3).join(".");
  const hash = digest(`${created.urn}dns`, 8);
  return {
    cidrBlocks: [],
    prefixListId: "",
    ipAddressType: "ipv4",
    dnsEntries: [
      {
        dnsName: `${id}-${hash}.${service}.${settings.region}.vpce.amazonaws.com`,
        hostedZoneId: "Z38GZ743OKFT7T",
      },
    ],
    networkInterfaceIds: listOf(inputs.subnetIds).map((subnet) => `eni-${idDigits(created, textOf(subnet))}`),
  };
}

function endpointAttributes(created: Created): WireObject {
  const isInterface = created.inputs.vpcEndpointType === "Interface";
  return {
    dnsEntries: [],
    networkInterfaceIds: [],
    ...(isInterface ? interfaceAttributes(created) : gatewayAttributes(created)),
    ownerId: created.settings.accountId,
    policy: OPEN_POLICY,
    privateDnsEnabled: false,
    requesterManaged: false,
    routeTableIds: [],
    securityGroupIds: [],
    serviceRegion: created.settings.region,
    state: "available",
    subnetConfigurations: [],
    subnetIds: [],
  };
}

function refuseForeignService({ inputs, settings }: Created): void {
  const region = /^com\.amazonaws(?:\.vpce)?\.([a-z]{2}(?:-[a-z]+)+-\d)\./.exec(
    textOf(inputs.serviceName),
  )?.[1];
  if (region === undefined || region === settings.region || inputs.serviceRegion === region) return;
  throw new AwsError(
    "InvalidServiceName",
    `${textOf(inputs.serviceName)} is a service of ${region}; it must be one of ${settings.region}`,
  );
}

function refuseTwoSubnetsOfAZone({ inputs, world }: Created): void {
  const zones = new Map<string, string>();
  for (const id of listOf(inputs.subnetIds)) {
    const subnet = existing(world, "aws:ec2/subnet:Subnet").find((candidate) => candidate.id === id);
    const zone = textOf(subnet?.attributes.availabilityZone);
    const other = zones.get(zone);
    if (zone !== "" && other !== undefined) {
      throw new AwsError(
        "DuplicateSubnetsInSameZone",
        `${other} and ${textOf(id)} are both in ${zone}; a zone takes one`,
      );
    }
    zones.set(zone, textOf(id));
  }
}

function refuseSecondPrivateDns({ inputs, world, type }: Created): void {
  if (inputs.privateDnsEnabled !== true) return;
  const taken = existing(world, type).find(
    ({ attributes }) =>
      attributes.vpcId === inputs.vpcId &&
      attributes.serviceName === inputs.serviceName &&
      attributes.privateDnsEnabled === true,
  );
  if (taken === undefined) return;
  throw new AwsError(
    "InvalidParameter",
    `private DNS of ${textOf(inputs.serviceName)} is taken by ${taken.id}; one endpoint of a VPC can have it`,
  );
}

/** Endpoints by which a VPC reaches AWS's services. */
export const ENDPOINT_TYPES: ResourceTypes = {
  "aws:ec2/vpcEndpoint:VpcEndpoint": {
    id: prefixedId("vpce"),
    arn: regionalArn("ec2", ({ id }) => `vpc-endpoint/${id}`),
    defaults: { vpcEndpointType: "Gateway" },
    computed: endpointAttributes,
    forceNew: [
      "resourceConfigurationArn",
      "serviceName",
      "serviceNetworkArn",
      "serviceRegion",
      "vpcEndpointType",
      "vpcId",
    ],
    references: {
      vpcId: IN_VPC,
      subnetIds: IN_SUBNET,
      securityGroupIds: USES_SECURITY_GROUP,
      routeTableIds: OF_ROUTE_TABLE,
    },
    rules: [
      choiceRule("vpcEndpointType", "InvalidParameter", [
        "Gateway",
        "Interface",
        "GatewayLoadBalancer",
        "Resource",
        "ServiceNetwork",
      ]),
    ],
    refuse: (created) => {
      refuseForeignService(created);
      refuseTwoSubnetsOfAZone(created);
      refuseSecondPrivateDns(created);
    },
  },
  "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation": {
    id: ({ inputs }) => `a-${textOf(inputs.vpcEndpointId)}${fingerprintNumber(textOf(inputs.routeTableId))}`,
    forceNew: ["routeTableId", "vpcEndpointId"],
    references: {
      routeTableId: OF_ROUTE_TABLE,
      vpcEndpointId: {
        types: ["aws:ec2/vpcEndpoint:VpcEndpoint"],
        missing: "InvalidVpcEndpointId.NotFound",
      },
    },
    refuse: unique(["vpcEndpointId", "routeTableId"], "RouteAlreadyExists"),
  },
};
