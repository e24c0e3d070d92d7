import { guardsData } from "../../aws/data-stores";
import {
  exposures,
  SECURITY_GROUPS,
  SEPARATE_RULES,
  type WholeGroup,
  wholeGroups,
} from "../../aws/security-group-rules";
import { defineControl, type Located, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, pass } from "../../verdict/outcome";
import { setting, text } from "../../verdict/text";

/** Properties by which a rule, or a group with inline rules, names the groups that it admits. */
const SOURCES = ["sourceSecurityGroupId", "referencedSecurityGroupId", "ingress"];

/** The groups of the stack that a group admits. */
function admitted(stack: StackIndex, group: StackResource): readonly StackResource[] {
  const holders = [group, ...stack.referrers(group, "securityGroupId", SEPARATE_RULES)];
  const named = holders.flatMap((holder) =>
    SOURCES.flatMap((property) => stack.targets(holder, property, SECURITY_GROUPS).found),
  );
  return [...new Set(named)].filter((source) => source !== group);
}

function* judge(stack: StackIndex): Iterable<Located> {
  const whole = wholeGroups(stack, "ingress");
  const open = whole.filter(({ rules }: WholeGroup) => exposures(rules, "certain").length > 0);
  for (const { group } of whole) {
    if (!guardsData(stack, group)) continue;
    const found = admitted(stack, group).filter((source) => open.some((each) => each.group === source));
    if (found.length === 0) yield located(group, pass);
    for (const source of found) {
      const path = text`the data store admits ${setting(source.name)}, which the whole internet reaches; required: a group in between.`;
      yield located(group, fail("", path, source.name));
    }
  }
}

export const control = defineControl({
  id: "BLAST-01",
  name: "data-store-behind-private-group",
  title: "What the internet reaches does not reach databases and caches itself",
  why: "Whoever takes over a public server is then one step from the data.",
  fix: "Put a load balancer in front, and let the data store admit the group of what is behind it only.",
  severity: "medium",
  enforcement: "advisory",
  types: SECURITY_GROUPS,
  stack: judge,
  references: { nist80053: ["AC-4", "SC-7", "SC-7(21)"], wellArchitected: ["SEC05-BP01"] },
});
