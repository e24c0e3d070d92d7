import { SUBNETS, zoneOf } from "../../aws/subnets";
import { tokens } from "../../aws/tokens";
import { defineControl, located } from "../../registry/control";
import { known } from "../../reading/view";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const ENDPOINTS = tokens("ec2/vpcEndpoint:VpcEndpoint");
const ASSOCIATIONS = tokens("ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation");

function judge(stack: StackIndex, endpoint: StackResource): Outcome {
  const type = endpoint.props.at("vpcEndpointType");
  if (type.isUnknown) return undetermined(type);
  if (known(type.string()) !== "Interface") return notApplicable("Not an interface endpoint");
  const subnetIds = endpoint.props.at("subnetIds");
  const separate = stack.referrers(endpoint, "vpcEndpointId", ASSOCIATIONS);
  const joined = [
    ...stack.targets(endpoint, "subnetIds", SUBNETS).found,
    ...separate.flatMap((association) => stack.targets(association, "subnetId", SUBNETS).found),
  ];
  const count = Math.max(subnetIds.items().length + separate.length, joined.length);
  if (subnetIds.isUnknown && joined.length < 2) return undetermined(subnetIds);
  if (count < 2) return fail(subnetIds, text`the endpoint has ${count} subnets; required: at least 2.`);
  const zones = new Set(joined.map(zoneOf));
  const isOneZone = joined.length >= 2 && zones.size === 1 && !zones.has(undefined);
  return isOneZone
    ? fail(subnetIds, text`all subnets of the endpoint lie in one zone; required: at least 2.`)
    : pass;
}

export const control = defineControl({
  id: "VPC-17",
  name: "vpc-endpoint-multi-az",
  title: "Interface endpoints have subnets in several zones",
  why: "An endpoint in one zone takes the calls of all zones down with it.",
  fix: "Give subnetIds of the endpoint at least two subnets in different zones.",
  severity: "low",
  enforcement: "advisory",
  types: ENDPOINTS,
  stack: (stack) => stack.ofTypes(ENDPOINTS).map((endpoint) => located(endpoint, judge(stack, endpoint))),
  references: {
    nist80053: ["CP-10", "SC-36"],
    wellArchitected: ["REL02-BP01"],
    prowler: ["vpc_endpoint_multi_az_enabled"],
  },
});
