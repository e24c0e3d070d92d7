import { VPCS } from "../../aws/subnets";
import { tokens } from "../../aws/tokens";
import { contains, coversWorld, parseRange } from "../../cidr/range";
import { defineControl, located } from "../../registry/control";
import { known } from "../../reading/view";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { range, text } from "../../verdict/text";

const ROUTES = tokens("ec2/route:Route");
const PEERINGS = tokens("ec2/vpcPeeringConnection:VpcPeeringConnection");

function peerBlocks(stack: StackIndex, route: StackResource) {
  const peerings = stack.targets(route, "vpcPeeringConnectionId", PEERINGS).found;
  const vpcs = peerings.flatMap((peering) => [
    ...stack.targets(peering, "peerVpcId", VPCS).found,
    ...stack.targets(peering, "vpcId", VPCS).found,
  ]);
  return vpcs.flatMap(({ props }) => parseRange(known(props.at("cidrBlock").string()) ?? "") ?? []);
}

function judge(stack: StackIndex, route: StackResource): Outcome {
  if (route.props.at("vpcPeeringConnectionId").isAbsent) return notApplicable("Not a route to a peer");
  const places = ["destinationCidrBlock", "destinationIpv6CidrBlock"].map((name) => route.props.at(name));
  const place = places.find(({ isAbsent }) => !isAbsent);
  if (!place) return notApplicable("The destination is a prefix list");
  if (place.isUnknown) return undetermined(place);
  const destination = parseRange(known(place.string()) ?? "");
  if (!destination) return undetermined(place);
  if (coversWorld([destination])) return fail(place, text`the route sends all traffic to the peer.`);
  const wider = peerBlocks(stack, route).find(
    (block) => contains(destination, block) && !contains(block, destination),
  );
  const excess = wider && text`the route leads ${range(destination)} to a peer that has ${range(wider)}.`;
  return excess ? fail(place, excess) : pass;
}

export const control = defineControl({
  id: "VPC-19",
  name: "peering-route-least-access",
  title: "Routes to a peer lead to no more than the peer's addresses",
  why: "A route wider than the peer sends traffic there that is meant for elsewhere.",
  fix: "Set destinationCidrBlock to the peer VPC's range, or to the part of it that is needed.",
  severity: "medium",
  enforcement: "advisory",
  types: ROUTES,
  stack: (stack) => stack.ofTypes(ROUTES).map((route) => located(route, judge(stack, route))),
  references: {
    cis3: ["5.5"],
    nist80053: ["AC-4", "SC-7"],
    wellArchitected: ["SEC05-BP02"],
    checkov: ["CKV2_AWS_44"],
    prowler: ["vpc_peering_routing_tables_with_least_privilege"],
  },
});
