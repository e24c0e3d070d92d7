import { guardsData } from "../../aws/data-stores";
import { exposures, SECURITY_GROUPS, type WholeGroup, wholeGroups } from "../../aws/security-group-rules";
import { isPrivate, parseRange } from "../../cidr/range";
import { known, type View } from "../../reading/view";
import { defineControl, type Located, located } from "../../registry/control";
import type { StackIndex } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { range as shown, text } from "../../verdict/text";

interface Parameters {
  readonly egress: boolean;
}

function judgeSource(block: View): Outcome {
  if (block.isUnknown) return undetermined(block);
  const range = parseRange(known(block.string()) ?? "");
  if (!range || isPrivate(range)) return pass;
  return fail(
    block,
    text`${shown(range)} is public; required: security groups or private ranges.`,
    shown(range),
  );
}

function judgeSources({ rules }: WholeGroup): readonly Outcome[] {
  return rules.flatMap(({ blocks }) => blocks).map(judgeSource);
}

function judgeEgress({ rules }: WholeGroup): readonly Outcome[] {
  const [open] = exposures(rules, "certain");
  if (open)
    return [
      fail(open.place, text`the group lets traffic out to the whole internet; required: none.`, "egress"),
    ];
  const [possible] = exposures(rules, "possible");
  return possible ? [undetermined(possible.place)] : [];
}

function* judge(stack: StackIndex, egress: boolean): Iterable<Located> {
  const outgoing = wholeGroups(stack, "egress");
  for (const [position, whole] of wholeGroups(stack, "ingress").entries()) {
    if (!guardsData(stack, whole.group)) continue;
    const out = outgoing[position];
    const found = [...judgeSources(whole), ...(egress && out ? judgeEgress(out) : [])];
    const told = found.filter(({ verdict }) => verdict !== "pass");
    for (const outcome of told.length > 0 ? told : [pass]) yield located(whole.group, outcome);
  }
}

export const control = defineControl<Parameters>({
  id: "SG-14",
  name: "database-group-private-sources",
  title:
    "Groups of databases and caches admit only security groups and private ranges, and let nothing out to the internet",
  why: "A database that the internet can reach, or that can reach it, is how data leaves.",
  fix: "Take the application's security group as source, and remove open egress rules.",
  severity: "high",
  enforcement: "mandatory",
  types: SECURITY_GROUPS,
  parameters: { egress: { type: "boolean", default: true, description: "Ask the same of traffic out." } },
  stack: (stack, { parameters }) => judge(stack, parameters.egress),
  references: {
    nist80053: ["AC-4", "SC-7", "SC-7(5)"],
    wellArchitected: ["SEC05-BP02"],
    cdkNag: ["AwsSolutions-RDS8"],
    pulumi: ["PB:database-strict-network-access", "PB:database-strict-egress"],
  },
});
