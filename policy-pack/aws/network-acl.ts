import { contains, coversWorld, parseRange, type Range, union } from "../cidr/range";
import { known, type Reading, type View } from "../reading/view";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { type Assumption, includesProtocol } from "./security-group-rules";
import { tokens } from "./tokens";

/** ACLs, which can carry their rules inline. */
export const NETWORK_ACLS = tokens("ec2/networkAcl:NetworkAcl", "ec2/defaultNetworkAcl:DefaultNetworkAcl");

/** Rules that are resources of their own. */
export const NETWORK_ACL_RULES = tokens("ec2/networkAclRule:NetworkAclRule");

/** One ingress rule of a network ACL. */
export interface AclEntry {
  readonly place: View;
  readonly number: Reading<number>;
  readonly action: Reading<string>;
  readonly protocol: Reading<string>;
  readonly from: Reading<number>;
  readonly to: Reading<number>;
  readonly blocks: readonly View[];
}

function entry(
  place: View,
  names: { readonly number: string; readonly action: string; readonly ipv6: string },
): AclEntry {
  return {
    place,
    number: place.at(names.number).number(),
    action: place.at(names.action).string(),
    protocol: place.at("protocol").string(),
    from: place.at("fromPort").number(),
    to: place.at("toPort").number(),
    blocks: [place.at("cidrBlock"), place.at(names.ipv6)].filter(({ isAbsent }) => !isAbsent),
  };
}

/** The ingress rules that an ACL or a rule resource holds. */
export function ingressOf(type: string, props: View): readonly AclEntry[] {
  if (NETWORK_ACL_RULES.includes(type)) {
    const isEgress = known(props.at("egress").boolean()) === true;
    return isEgress
      ? []
      : [entry(props, { number: "ruleNumber", action: "ruleAction", ipv6: "ipv6CidrBlock" })];
  }
  const rules = props.at("ingress");
  const places = rules.isUnknown ? [rules] : rules.items();
  return places.map((place) => entry(place, { number: "ruleNo", action: "action", ipv6: "ipv6CidrBlock" }));
}

/** Which ports a question is about: one, or all of them at once. */
export type PortQuestion = number | "all";

function isAbout(rule: AclEntry, port: PortQuestion, assumption: Assumption): boolean {
  const isVague = [rule.protocol, rule.from, rule.to, rule.action].some(({ state }) => state === "unknown");
  if (isVague) return assumption === "possible";
  const protocol = known(rule.protocol) ?? "-1";
  if (!includesProtocol(protocol, "tcp")) return false;
  if (includesProtocol(protocol, "udp")) return true;
  const first = known(rule.from) ?? 0;
  const last = known(rule.to) ?? 65_535;
  return port === "all" ? first === 0 && last === 65_535 : first <= port && port <= last;
}

const WORLD = parseRange("0.0.0.0/0");

function rangesOf(rule: AclEntry, assumption: Assumption): readonly Range[] {
  return rule.blocks.flatMap((block) => {
    const written = known(block.string());
    if (written !== undefined) return parseRange(written) ?? [];
    return assumption === "possible" && WORLD ? [WORLD] : [];
  });
}

/** The rule that admits the whole internet to a port over TCP, if one does: rules count in the order of their numbers. */
export function admitting(
  rules: readonly AclEntry[],
  port: PortQuestion,
  assumption: Assumption,
): AclEntry | undefined {
  const ordered = rules.toSorted((a, b) => (known(a.number) ?? 0) - (known(b.number) ?? 0));
  const allowed: Range[] = [];
  const denied: Range[] = [];
  let admittedBy: AclEntry | undefined;
  for (const rule of ordered) {
    const denies = known(rule.action) === "deny";
    // A deny that is not known for sure is taken to deny where certainty is asked for, and not to where it is not.
    const stance = denies ? opposite(assumption) : assumption;
    if (!isAbout(rule, port, stance)) continue;
    const ranges = rangesOf(rule, stance);
    if (denies) denied.push(...ranges);
    else {
      const open = ranges.filter((range) => !union(denied).some((block) => contains(block, range)));
      allowed.push(...open);
      if (open.length > 0) admittedBy ??= rule;
    }
  }
  return coversWorld(allowed) ? admittedBy : undefined;
}

function opposite(assumption: Assumption): Assumption {
  return assumption === "certain" ? "possible" : "certain";
}

/** An ACL with all its ingress rules, inline and separate. */
export interface WholeAcl {
  readonly acl: StackResource;
  readonly rules: readonly AclEntry[];
}

/** The ACLs of a stack that have separate ingress rules, and each such rule whose ACL is not in the stack. */
export function wholeAcls(stack: StackIndex): readonly WholeAcl[] {
  const separate = stack
    .ofTypes(NETWORK_ACL_RULES)
    .filter(({ type, props }) => ingressOf(type, props).length > 0);
  const joined = stack.ofTypes(NETWORK_ACLS).map((acl) => {
    const own = new Set(stack.referrers(acl, "networkAclId", NETWORK_ACL_RULES));
    return { acl, holders: [acl, ...separate.filter((rule) => own.has(rule))] };
  });
  const placed = new Set(joined.flatMap(({ holders }) => holders));
  const loose = separate.filter((rule) => !placed.has(rule)).map((rule) => ({ acl: rule, holders: [rule] }));
  return [...joined.filter(({ holders }) => holders.length > 1), ...loose].map(({ acl, holders }) => ({
    acl,
    rules: holders.flatMap(({ type, props }) => ingressOf(type, props)),
  }));
}
