import { rulesOf, SECURITY_GROUPS, SEPARATE_RULES } from "../../aws/security-group-rules";
import { defineControl, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { key, text } from "../../verdict/text";

function judge(stack: StackIndex, group: StackResource): readonly Outcome[] {
  const separate = stack.referrers(group, "securityGroupId", SEPARATE_RULES);
  return (["ingress", "egress"] as const).map((direction) => {
    const inline = group.props.at(direction);
    const others = separate.filter(({ type, props }) => rulesOf(type, props, direction).length > 0);
    if (others.length === 0) return pass;
    if (inline.isUnknown) return undetermined(inline);
    const mixed = text`the group has rules under ${key(direction)} and ${others.length} separate ones.`;
    return inline.isEmpty ? pass : fail(inline, mixed, direction);
  });
}

export const control = defineControl({
  id: "SG-13",
  name: "security-group-rules-not-mixed",
  title: "A security group has its rules inline or separate, not both",
  why: "Inline rules take away the separate ones at every update, and the other way round.",
  fix: "Move the inline rules of that direction into aws.vpc.SecurityGroupIngressRule and SecurityGroupEgressRule.",
  severity: "medium",
  enforcement: "advisory",
  types: SECURITY_GROUPS,
  stack: (stack) =>
    stack
      .ofTypes(SECURITY_GROUPS)
      .flatMap((group) => judge(stack, group).map((outcome) => located(group, outcome))),
  references: {
    nist80053: ["CM-2"],
    wellArchitected: ["OPS05-BP03"],
    pulumi: ["AG:security-group-no-rule-management-conflicts"],
  },
});
