import { GROUPS } from "../../aws/auto-scaling";
import { tokens } from "../../aws/tokens";
import { listed } from "../../reading/listed";
import { known } from "../../reading/view";
import { defineControl, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const TAGS = tokens("autoscaling/tag:Tag");

function judge(stack: StackIndex, group: StackResource): Outcome {
  const separate = stack.referrers(group, "autoscalingGroupName", TAGS);
  const places = [...listed(group.props.at("tags")), ...separate.map(({ props }) => props.at("tag"))].map(
    (tag) => tag.at("propagateAtLaunch"),
  );
  if (places.some((place) => known(place.boolean()) === true)) return pass;
  const unknown = places.find(({ isUnknown }) => isUnknown);
  const open = stack.openReferrer(group, "autoscalingGroupName", TAGS);
  if (unknown || open) return undetermined(unknown ?? "tags", open?.urn);
  return fail("tags", text`the group has no tag that its instances get.`);
}

export const control = defineControl({
  id: "ASG-05",
  name: "group-tags-propagate",
  title: "Groups have tags that their instances get",
  why: "Instances that a group starts get none of the provider's default tags, and nobody knows whose they are.",
  fix: "Set tags of the aws.autoscaling.Group, each with propagateAtLaunch.",
  severity: "low",
  enforcement: "advisory",
  types: GROUPS,
  stack: (stack) => stack.ofTypes(GROUPS).map((group) => located(group, judge(stack, group))),
  references: {
    nist80053: ["CM-8"],
    wellArchitected: ["COST03-BP02"],
    checkov: ["CKV_AWS_153"],
  },
});
