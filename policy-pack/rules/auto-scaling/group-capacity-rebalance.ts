import { GROUPS, usesSpot } from "../../aws/auto-scaling";
import { defineControl, located } from "../../registry/control";
import { oneOf } from "../../shapes/property";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { notApplicable, type Outcome, undetermined } from "../../verdict/outcome";

function judge(stack: StackIndex, group: StackResource): Outcome {
  const isSpot = usesSpot(stack, group);
  if (isSpot === false) return notApplicable("The group has no Spot instances");
  const judged = oneOf("capacityRebalance", [true], false)(group);
  return isSpot === undefined && judged.verdict === "fail" ? undetermined("mixedInstancesPolicy") : judged;
}

export const control = defineControl({
  id: "ASG-06",
  name: "group-capacity-rebalance",
  title: "Groups of Spot instances replace those that are about to be taken away",
  why: "Otherwise the replacement starts only after the instance is gone.",
  fix: "Set capacityRebalance to true.",
  severity: "low",
  enforcement: "advisory",
  types: GROUPS,
  stack: (stack) => stack.ofTypes(GROUPS).map((group) => located(group, judge(stack, group))),
  references: {
    nist80053: ["CP-10", "SI-13"],
    wellArchitected: ["REL07-BP02"],
    awsConfig: ["autoscaling-capacity-rebalancing"],
    prowler: ["autoscaling_group_capacity_rebalance_enabled"],
    pulumi: ["PB:autoscaling-group-capacity-rebalancing"],
  },
});
