import { tokens } from "../../aws/tokens";
import { defineControl, located } from "../../registry/control";
import { valueOr } from "../../reading/view";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { key, text } from "../../verdict/text";

const PEERINGS = tokens("ec2/vpcPeeringConnection:VpcPeeringConnection");
const SATELLITES = tokens(
  "ec2/peeringConnectionOptions:PeeringConnectionOptions",
  "ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter",
);

function judge(stack: StackIndex, peering: StackResource): readonly Outcome[] {
  const { props } = peering;
  const isElsewhere = ["peerOwnerId", "peerRegion"].some((name) => !props.at(name).isAbsent);
  const sides = isElsewhere ? ["requester"] : ["requester", "accepter"];
  const holders = [peering, ...stack.referrers(peering, "vpcPeeringConnectionId", SATELLITES)];
  const open = stack.openReferrer(peering, "vpcPeeringConnectionId", SATELLITES);
  return sides.map((side) => {
    const answers = holders.map((holder) =>
      valueOr(holder.props.at(`${side}.allowRemoteVpcDnsResolution`).boolean(), false),
    );
    if (answers.includes(true)) return pass;
    const path = `${side}.allowRemoteVpcDnsResolution`;
    if (open || answers.includes(undefined)) return undetermined(path, open?.urn);
    return fail(path, text`the ${key(side)} does not resolve the other side's names.`, side);
  });
}

export const control = defineControl({
  id: "VPC-20",
  name: "peering-dns-resolution",
  title: "Peered VPCs resolve each other's private names",
  why: "Otherwise names resolve to public addresses and traffic leaves the peering.",
  fix: "Set allowRemoteVpcDnsResolution for requester and accepter, on the connection or by aws.ec2.PeeringConnectionOptions.",
  severity: "low",
  enforcement: "advisory",
  types: PEERINGS,
  stack: (stack) =>
    stack
      .ofTypes(PEERINGS)
      .flatMap((peering) => judge(stack, peering).map((outcome) => located(peering, outcome))),
  references: {
    nist80053: ["SC-20"],
    wellArchitected: ["REL02-BP05"],
    awsConfig: ["vpc-peering-dns-resolution-check"],
    pulumi: ["PB:vpc-peering-dns-resolution-enabled"],
  },
});
