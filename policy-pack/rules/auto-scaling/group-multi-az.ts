import { GROUPS } from "../../aws/auto-scaling";
import { SUBNETS, zoneOf } from "../../aws/subnets";
import { known, type View } from "../../reading/view";
import { defineControl, located, type Subject } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly zones: number;
}

/** A list cannot span more zones than it has elements. */
function judgeLists({ props }: Subject, least: number): Outcome {
  const subnets = props.at("vpcZoneIdentifiers");
  const zones = props.at("availabilityZones");
  const lists = [subnets, zones].filter((list) => !list.isAbsent);
  const held = Math.max(0, ...lists.map((list) => new Set(list.items().map(distinct)).size));
  if (held >= least) return pass;
  const unknown = lists.find(({ isUnknown }) => isUnknown);
  return unknown
    ? undetermined(unknown)
    : fail(subnets, text`the group covers ${held} zones; required: at least ${least}.`);
}

function distinct(item: View): string {
  return known(item.string()) ?? item.path;
}

function judgeZones(stack: StackIndex, group: StackResource, least: number): Outcome {
  const { found } = stack.targets(group, "vpcZoneIdentifiers", SUBNETS);
  const zones = found.map(zoneOf);
  const isWhole = found.length > 0 && found.length >= group.props.at("vpcZoneIdentifiers").items().length;
  if (!isWhole || zones.includes(undefined))
    return notApplicable("The zones of its subnets are not all known");
  const count = new Set(zones).size;
  if (count >= least) return pass;
  return fail("vpcZoneIdentifiers", text`the subnets lie in ${count} zones; required: at least ${least}.`);
}

export const control = defineControl<Parameters>({
  id: "ASG-02",
  name: "group-multi-az",
  title: "Groups span several zones",
  why: "A group in one zone goes down with it.",
  fix: "Give vpcZoneIdentifiers subnets of at least two zones.",
  severity: "medium",
  enforcement: "advisory",
  types: GROUPS,
  parameters: {
    zones: { type: "integer", minimum: 2, maximum: 6, default: 2, description: "Fewest zones." },
  },
  resource: (subject, { parameters }) => judgeLists(subject, parameters.zones),
  *stack(stack, { parameters }) {
    for (const group of stack.ofTypes(GROUPS)) {
      if (judgeLists(group, parameters.zones).verdict === "pass")
        yield located(group, judgeZones(stack, group, parameters.zones));
    }
  },
  references: {
    securityHub: ["AutoScaling.2"],
    nist80053: ["CP-10", "CP-2(2)", "CP-6(2)", "SC-36", "SC-5(2)", "SI-13(5)"],
    wellArchitected: ["REL10-BP01"],
    awsConfig: ["autoscaling-multiple-az"],
    prowler: ["autoscaling_group_multiple_az"],
  },
});
