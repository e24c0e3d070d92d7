import { SECURITY_GROUPS, type TrafficRule, wholeGroups } from "../../aws/security-group-rules";
import type { View } from "../../reading/view";
import { defineControl, located } from "../../registry/control";
import type { StackIndex } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly most: number;
}

/** A list of sources that is unknown as a whole; one unknown source in a list still counts as one. */
function isOpenList({ isUnknown, path }: View): boolean {
  return isUnknown && /(gress|Blocks)$/.test(path);
}

/** AWS counts each source of a rule as a rule of its own. */
function counted({ place, blocks, prefixLists }: TrafficRule): number {
  if (place.isUnknown) return 0;
  return Math.max(1, blocks.filter((block) => !isOpenList(block)).length + prefixLists.length);
}

function judge(rules: readonly TrafficRule[], most: number): Outcome {
  const count = rules.reduce((sum, rule) => sum + counted(rule), 0);
  if (count > most) return fail("", text`the group has ${count} rules; required: at most ${most}.`);
  const open = rules.flatMap(({ place, blocks }) => [place, ...blocks]).find(isOpenList);
  return open ? undetermined(open) : pass;
}

function* judgeGroups(stack: StackIndex, most: number) {
  const outgoing = wholeGroups(stack, "egress");
  for (const [position, { group, rules }] of wholeGroups(stack, "ingress").entries()) {
    yield located(group, judge([...rules, ...(outgoing[position]?.rules ?? [])], most));
  }
}

export const control = defineControl<Parameters>({
  id: "SG-12",
  name: "security-group-few-rules",
  title: "Security groups have few rules",
  why: "Nobody can review a long list, and AWS stops at a quota.",
  fix: "Join ranges, use prefix lists or security groups as sources, or split the group.",
  severity: "low",
  enforcement: "advisory",
  types: SECURITY_GROUPS,
  parameters: {
    most: { type: "integer", minimum: 1, maximum: 1000, default: 50, description: "Most rules of a group." },
  },
  stack: (stack, { parameters }) => judgeGroups(stack, parameters.most),
  references: {
    nist80053: ["CM-7"],
    wellArchitected: ["SEC05-BP02"],
    prowler: ["ec2_securitygroup_with_many_ingress_egress_rules"],
  },
});
