import { fingerprintNumber } from "../identity";
import { AwsError } from "../aws-error";
import type { WireObject } from "../wire";
import {
  existing,
  inputId,
  prefixedId,
  regionalArn,
  textOf,
  unique,
  type Created,
  type Creation,
  type ResourceTypes,
} from "./definition";
import { ABOUT_SUBNET, IN_VPC, OF_ROUTE_TABLE, USES_ROUTE_TABLE } from "./references";

const DESTINATIONS = ["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"];
const TARGETS = [
  "carrierGatewayId",
  "coreNetworkArn",
  "egressOnlyGatewayId",
  "gatewayId",
  "localGatewayId",
  "natGatewayId",
  "networkInterfaceId",
  "transitGatewayId",
  "vpcEndpointId",
  "vpcPeeringConnectionId",
];

const destinationOf = (inputs: WireObject): string =>
  DESTINATIONS.map((property) => textOf(inputs[property])).join("");

function refuseRoute({ world, type, inputs }: Created): void {
  const targets = TARGETS.filter((target) => textOf(inputs[target]) !== "");
  if (targets.length !== 1) {
    const given = targets.length === 0 ? "none" : targets.join(", ");
    throw new AwsError("InvalidParameterCombination", `${given} given; a route requires exactly one target`);
  }
  const taken = existing(world, type).some(
    ({ attributes }) =>
      attributes.routeTableId === inputs.routeTableId && destinationOf(attributes) === destinationOf(inputs),
  );
  if (taken) {
    throw new AwsError(
      "RouteAlreadyExists",
      `${textOf(inputs.routeTableId)} already has a route to ${destinationOf(inputs)}; a destination has one route`,
    );
  }
}

function defaultRouteTableAttributes({ inputs, world, settings }: Created): WireObject {
  const table = existing(world, "aws:ec2/routeTable:RouteTable").find(
    ({ id }) => id === inputs.defaultRouteTableId,
  );
  return { vpcId: table?.attributes.vpcId ?? "", ownerId: settings.accountId, routes: [] };
}

const routeTableArn = regionalArn("ec2", ({ id }) => `route-table/${id}`);
const routeId = ({ inputs }: Creation): string =>
  `r-${textOf(inputs.routeTableId)}${fingerprintNumber(destinationOf(inputs))}`;

/** Route tables, their routes and associations. */
export const ROUTING_TYPES: ResourceTypes = {
  "aws:ec2/routeTable:RouteTable": {
    id: prefixedId("rtb"),
    arn: routeTableArn,
    computed: ({ settings }) => ({ ownerId: settings.accountId, propagatingVgws: [], routes: [] }),
    forceNew: ["vpcId"],
    references: { vpcId: IN_VPC },
  },
  "aws:ec2/defaultRouteTable:DefaultRouteTable": {
    id: inputId("defaultRouteTableId"),
    arn: routeTableArn,
    computed: defaultRouteTableAttributes,
    forceNew: ["defaultRouteTableId"],
    references: { defaultRouteTableId: OF_ROUTE_TABLE },
  },
  "aws:ec2/routeTableAssociation:RouteTableAssociation": {
    id: prefixedId("rtbassoc"),
    forceNew: ["gatewayId", "subnetId"],
    references: { routeTableId: USES_ROUTE_TABLE, subnetId: ABOUT_SUBNET },
    refuse: (created) => {
      if (textOf(created.inputs.subnetId) !== "") unique(["subnetId"], "Resource.AlreadyAssociated")(created);
    },
  },
  "aws:ec2/route:Route": {
    id: routeId,
    computed: () => ({
      instanceId: "",
      instanceOwnerId: "",
      networkInterfaceId: "",
      origin: "CreateRoute",
      state: "active",
    }),
    forceNew: ["routeTableId", ...DESTINATIONS],
    references: {
      routeTableId: OF_ROUTE_TABLE,
      gatewayId: {
        types: ["aws:ec2/internetGateway:InternetGateway"],
        missing: "InvalidGatewayID.NotFound",
        except: /^(local$|vgw-)/,
      },
      natGatewayId: { types: ["aws:ec2/natGateway:NatGateway"], missing: "InvalidNatGatewayID.NotFound" },
      egressOnlyGatewayId: {
        types: ["aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway"],
        missing: "InvalidGatewayID.NotFound",
      },
    },
    refuse: refuseRoute,
  },
};
