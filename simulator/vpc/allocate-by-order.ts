import { blockAt, formatRange, parseRange, sizeOf, type Ipv4Range } from "../ipv4-range";
import type { SubnetSpec } from "./arguments";
import { refuse, VpcRefusal } from "./refusal";
import type { PlannedSubnet, Space } from "./planned-subnet";
import { given } from "./tracked";

/** The narrowest part of a zone for which awsx chooses subnets by itself. */
const NARROWEST_DEFAULT_MASK = 26;

/** awsx lays its own subnets into no more than a /16 of a zone. */
const WIDEST_DEFAULT_MASK = 16;

/** How many bits tell `count` things apart. */
export function bitsFor(count: number): number {
  return count === 0 ? 0 : Math.ceil(Math.log2(count));
}

/** The VPC's range. */
export function vpcRange({ cidrBlock }: Space): Ipv4Range {
  const range = parseRange(cidrBlock);
  if (range === undefined)
    throw new VpcRefusal([`cidrBlock is ${JSON.stringify(cidrBlock)}; it must be an IPv4 CIDR block`]);
  return range;
}

function zoneMaskOf(space: Space): number {
  return space.zoneMask ?? vpcRange(space).prefixLength + bitsFor(space.zones.length);
}

/** What awsx lays out when it is told nothing: a private and a public subnet per zone, each half of what is left. */
export function defaultSpecs(space: Space): SubnetSpec[] {
  const zoneMask = zoneMaskOf(space);
  if (zoneMask > NARROWEST_DEFAULT_MASK) {
    throw new VpcRefusal([
      `a zone has a /${zoneMask}; subnets that are not specified require at least a /${NARROWEST_DEFAULT_MASK}`,
    ]);
  }
  const widest = Math.max(zoneMask, WIDEST_DEFAULT_MASK);
  return ["Private", "Public"].map((type, index) => ({
    type,
    cidrMask: widest + index + 1,
    tags: given(undefined),
  }));
}

/** The default specs, each replaced by an unnamed spec of its type, and further specs behind them. */
export function withDefaults(specs: readonly SubnetSpec[], space: Space): SubnetSpec[] {
  const defaults = defaultSpecs(space);
  const replaces = (spec: SubnetSpec, preset: SubnetSpec): boolean =>
    spec.name === undefined && spec.type.toLowerCase() === preset.type.toLowerCase();
  const merged = defaults.map((preset) => specs.find((spec) => replaces(spec, preset)) ?? preset);
  const further = specs.filter((spec) => !defaults.some((preset) => replaces(spec, preset)));
  return [...merged, ...further];
}

/** The next block of a prefix length behind another block. */
function blockBehind(previous: Ipv4Range, mask: number): Ipv4Range {
  return blockAt(blockAt(previous.last, mask).last + 1, mask);
}

/**
 * The strategies Auto, Exact and AutoMerge: every zone gets an equal part, and within it the subnets follow each other
 * in the order of their specs, each aligned to its own size.
 *
 * @throws VpcRefusal when there are no specs or they do not fit.
 */
export function allocateByOrder(specs: readonly SubnetSpec[], space: Space): PlannedSubnet[] {
  const vpc = vpcRange(space);
  const zoneMask = zoneMaskOf(space);
  const presetMask = zoneMask + bitsFor(specs.length);
  const maskOf = (spec: SubnetSpec): number => spec.cidrMask ?? presetMask;
  const needed = specs.reduce((total, spec) => total + sizeOf(maskOf(spec)), 0);
  refuse([
    ...(specs.length === 0 ? ["subnetSpecs is empty; at least one subnet is required"] : []),
    ...(needed > sizeOf(zoneMask)
      ? [`subnets need ${needed} addresses per zone; a zone has ${sizeOf(zoneMask)}`]
      : []),
  ]);
  return space.zones.flatMap((zone, zoneIndex) => {
    const zoneFirst = vpc.first + zoneIndex * sizeOf(zoneMask);
    let previous: Ipv4Range | undefined;
    return specs.map((spec) => {
      previous =
        previous === undefined ? blockAt(zoneFirst, maskOf(spec)) : blockBehind(previous, maskOf(spec));
      return { cidrBlock: formatRange(previous), type: spec.type, zone, spec, zoneIndex };
    });
  });
}
