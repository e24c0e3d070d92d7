import { coversWorld, parseRange, type Range } from "../cidr/range";
import { known, type Reading, type View } from "../reading/view";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { tokens } from "./tokens";

/** Groups, which can carry their rules inline. */
export const SECURITY_GROUPS = tokens(
  "ec2/securityGroup:SecurityGroup",
  "ec2/defaultSecurityGroup:DefaultSecurityGroup",
);

const INGRESS_RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EGRESS_RULE = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const RULE_OF_EITHER_KIND = "aws:ec2/securityGroupRule:SecurityGroupRule";

/** Rules that are resources of their own, of both generations. */
export const SEPARATE_RULES = [RULE_OF_EITHER_KIND, INGRESS_RULE, EGRESS_RULE];

const PREFIX_LISTS = tokens("ec2/managedPrefixList:ManagedPrefixList");
const PREFIX_LIST_ENTRIES = tokens("ec2/managedPrefixListEntry:ManagedPrefixListEntry");

/** Which way traffic goes that a rule admits. */
export type Direction = "ingress" | "egress";

/** One rule of a security group, whichever type it was written with. */
export interface TrafficRule {
  readonly place: View;
  readonly protocol: Reading<string>;
  readonly from: Reading<number>;
  readonly to: Reading<number>;
  /** Address blocks that it admits. */
  readonly blocks: readonly View[];
  /** Prefix lists that it admits. */
  readonly prefixLists: readonly View[];
  readonly description: View;
}

function listed(place: View): readonly View[] {
  if (place.isAbsent) return [];
  return place.isUnknown ? [place] : place.items();
}

function single(place: View): readonly View[] {
  return place.isAbsent ? [] : [place];
}

function blockRule(place: View): TrafficRule {
  return {
    place,
    protocol: place.at("protocol").string(),
    from: place.at("fromPort").number(),
    to: place.at("toPort").number(),
    blocks: [...listed(place.at("cidrBlocks")), ...listed(place.at("ipv6CidrBlocks"))],
    prefixLists: listed(place.at("prefixListIds")),
    description: place.at("description"),
  };
}

function singleSourceRule(place: View): TrafficRule {
  return {
    place,
    protocol: place.at("ipProtocol").string(),
    from: place.at("fromPort").number(),
    to: place.at("toPort").number(),
    blocks: [...single(place.at("cidrIpv4")), ...single(place.at("cidrIpv6"))],
    prefixLists: single(place.at("prefixListId")),
    description: place.at("description"),
  };
}

/** The rules of one direction that a group or a rule resource holds. A list that is unknown counts as one unknown rule. */
export function rulesOf(type: string, props: View, direction: Direction): readonly TrafficRule[] {
  if (type === RULE_OF_EITHER_KIND) {
    const stated = props.at("type");
    if (stated.isUnknown) return [{ ...blockRule(props), place: stated, blocks: [stated] }];
    return known(stated.string()) === direction ? [blockRule(props)] : [];
  }
  if (type === INGRESS_RULE) return direction === "ingress" ? [singleSourceRule(props)] : [];
  if (type === EGRESS_RULE) return direction === "egress" ? [singleSourceRule(props)] : [];
  return listed(props.at(direction)).map(blockRule);
}

/** Ports of one protocol that the whole internet can reach. */
export interface Exposure {
  readonly protocol: "tcp" | "udp";
  readonly first: number;
  readonly last: number;
  /** Where it is written: the first of the blocks that together are the world. */
  readonly place: View;
}

const PORTS = { first: 0, last: 65_535 };
const ANY_PROTOCOL = ["-1", "all"];
const NUMBERS = { tcp: "6", udp: "17" } as const;

/** What is taken of what is unknown: nothing, or the worst. */
export type Assumption = "certain" | "possible";

interface Opening {
  readonly first: number;
  readonly last: number;
  readonly sources: readonly Range[];
  readonly place: View;
}

/** Whether a protocol as AWS accepts it, by name or number, is or includes the given one. */
export function includesProtocol(protocol: string, wanted: "tcp" | "udp"): boolean {
  const lower = protocol.toLowerCase();
  return lower === wanted || lower === NUMBERS[wanted] || ANY_PROTOCOL.includes(lower);
}

function portsOf(rule: TrafficRule): { readonly first: number; readonly last: number } {
  if (rule.protocol.state === "known" && ANY_PROTOCOL.includes(rule.protocol.value.toLowerCase()))
    return PORTS;
  return { first: known(rule.from) ?? PORTS.first, last: known(rule.to) ?? PORTS.last };
}

const WORLD = parseRange("0.0.0.0/0");

function sourceOf(block: View, assumption: Assumption): Range | undefined {
  const written = known(block.string());
  if (written !== undefined) return parseRange(written);
  return assumption === "possible" ? WORLD : undefined;
}

function opening(rule: TrafficRule, protocol: "tcp" | "udp", assumption: Assumption): Opening | undefined {
  const isVague = [rule.protocol, rule.from, rule.to].some(({ state }) => state === "unknown");
  if (isVague && assumption === "certain") return undefined;
  if (rule.protocol.state === "known" && !includesProtocol(rule.protocol.value, protocol)) return undefined;
  const place = rule.blocks[0];
  if (!place) return undefined;
  return {
    ...portsOf(rule),
    sources: rule.blocks.flatMap((block) => sourceOf(block, assumption) ?? []),
    place,
  };
}

/** The ports that the rules together open to the whole internet, taken as the union of their blocks. */
export function exposures(rules: readonly TrafficRule[], assumption: Assumption): readonly Exposure[] {
  return (["tcp", "udp"] as const).flatMap((protocol) => {
    const openings = rules.flatMap((rule) => opening(rule, protocol, assumption) ?? []);
    const starts = [...new Set(openings.flatMap(({ first, last }) => [first, last + 1]))].sort(
      (a, b) => a - b,
    );
    return starts.flatMap((first, position) => {
      const open = openings.filter((each) => each.first <= first && first <= each.last);
      const [place] = open.map((each) => each.place);
      const next = starts[position + 1];
      if (!place || next === undefined || !coversWorld(open.flatMap(({ sources }) => sources))) return [];
      return [{ protocol, first, last: next - 1, place }];
    });
  });
}

/** A group with its rules of one direction, inline and separate, the prefix lists of the stack spelt out. */
export interface WholeGroup {
  readonly group: StackResource;
  readonly rules: readonly TrafficRule[];
  /** The same rules as each resource states them alone. */
  readonly parts: readonly (readonly TrafficRule[])[];
}

/** The security groups of a stack, each with all its rules. */
export function wholeGroups(stack: StackIndex, direction: Direction): readonly WholeGroup[] {
  return stack.ofTypes(SECURITY_GROUPS).map((group) => {
    const holders = [group, ...stack.referrers(group, "securityGroupId", SEPARATE_RULES)];
    const parts = holders.map((holder) => rulesOf(holder.type, holder.props, direction));
    const spelt = holders.flatMap((holder, position) =>
      (parts[position] ?? []).map((rule) => withPrefixLists(stack, holder, rule)),
    );
    return { group, rules: spelt, parts };
  });
}

function withPrefixLists(stack: StackIndex, holder: StackResource, rule: TrafficRule): TrafficRule {
  if (rule.prefixLists.length === 0) return rule;
  const properties = ["prefixListId", "prefixListIds", "ingress", "egress"];
  const lists = properties.flatMap((property) => stack.targets(holder, property, PREFIX_LISTS).found);
  const blocks = lists.flatMap((prefixList) => [
    ...listed(prefixList.props.at("entries")).map((entry) => entry.at("cidr")),
    ...stack
      .referrers(prefixList, "prefixListId", PREFIX_LIST_ENTRIES)
      .map((entry) => entry.props.at("cidr")),
  ]);
  return { ...rule, blocks: [...rule.blocks, ...blocks] };
}
