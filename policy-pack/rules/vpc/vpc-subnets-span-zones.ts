import { SUBNETS, VPCS, zoneOf } from "../../aws/subnets";
import { defineControl, located } from "../../registry/control";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";
import type { StackResource } from "../../stack/stack-index";

interface Parameters {
  readonly zones: number;
}

function judge(subnets: readonly StackResource[], least: number): Outcome {
  if (subnets.length === 0) return notApplicable("The VPC has no subnets in this stack");
  const zones = new Set(subnets.flatMap((subnet) => zoneOf(subnet) ?? []));
  if (zones.size >= least) return pass;
  const unknown = subnets.find((subnet) => zoneOf(subnet) === undefined);
  if (unknown && subnets.length >= least) {
    return undetermined(unknown.props.at("availabilityZone"), unknown.urn);
  }
  return fail("", text`the subnets lie in ${zones.size} zones; required: at least ${least}.`);
}

export const control = defineControl<Parameters>({
  id: "VPC-06",
  name: "vpc-subnets-span-zones",
  title: "The subnets of a VPC span several zones",
  why: "A VPC in one zone goes down with it.",
  fix: "Give the subnets availabilityZone or availabilityZoneId of at least two zones.",
  severity: "medium",
  enforcement: "advisory",
  types: VPCS,
  parameters: {
    zones: { type: "integer", minimum: 2, maximum: 6, default: 2, description: "Fewest zones." },
  },
  stack: (stack, { parameters }) =>
    stack
      .ofTypes(VPCS)
      .map((vpc) => located(vpc, judge(stack.referrers(vpc, "vpcId", SUBNETS), parameters.zones))),
  references: {
    nist80053: ["CP-10", "SC-36", "SI-13(5)"],
    wellArchitected: ["REL10-BP01"],
    prowler: ["vpc_subnet_different_az"],
    pulumi: ["PB:subnet-multi-az"],
  },
});
