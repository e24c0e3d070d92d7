import { GROUPS, templatesOf } from "../../aws/auto-scaling";
import { known } from "../../reading/view";
import { defineControl, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

function judge(stack: StackIndex, group: StackResource): Outcome {
  const mixed = group.props.at("mixedInstancesPolicy");
  const overrides = mixed.at("launchTemplate.overrides");
  if (overrides.isUnknown) return undetermined(overrides);
  const items = overrides.items();
  const byRequirements =
    items.some((item) => !item.at("instanceRequirements").isAbsent) ||
    (!mixed.isAbsent &&
      templatesOf(stack, group).some(({ props }) => !props.at("instanceRequirements").isAbsent));
  const types = items.map((item) => item.at("instanceType"));
  const distinct = new Set(types.flatMap((type) => known(type.string()) ?? []));
  if (byRequirements || distinct.size >= 2) return pass;
  const unknown = types.find(({ isUnknown }) => isUnknown);
  if (unknown && types.length >= 2) return undetermined(unknown);
  return fail(overrides, text`the group can start one type of instance only; required: at least two.`);
}

export const control = defineControl({
  id: "ASG-03",
  name: "group-several-instance-types",
  title: "Groups can start several types of instances",
  why: "When AWS has no more machines of one type in a zone, the group still finds others.",
  fix: "Set mixedInstancesPolicy with overrides of at least two instance types, or with instanceRequirements.",
  severity: "low",
  enforcement: "advisory",
  types: GROUPS,
  stack: (stack) => stack.ofTypes(GROUPS).map((group) => located(group, judge(stack, group))),
  references: {
    securityHub: ["AutoScaling.6"],
    nist80053: ["CP-10", "CP-2(2)", "CP-6(2)", "SC-36", "SC-5(2)", "SI-13(5)"],
    wellArchitected: ["REL07-BP01", "REL10-BP01"],
    awsConfig: ["autoscaling-multiple-instance-types"],
    prowler: ["autoscaling_group_multiple_instance_types"],
  },
});
