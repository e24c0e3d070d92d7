import { formatRange, overlap, parseRange, type Ipv4Range } from "../ipv4-range";
import type { WireObject } from "../wire";
import type { SubnetSpec, SubnetStrategy, VpcArguments } from "./arguments";
import { allocateByOrder, defaultSpecs, withDefaults } from "./allocate-by-order";
import { allocateByType } from "./allocate-by-type";
import { layoutOf, type LayoutEntry } from "./layout";
import { specName, type PlannedSubnet, type Space } from "./planned-subnet";
import { refuse } from "./refusal";
import { normalised } from "./specs";

/** All subnets of a VPC, and the layout as it could be asked for. */
export interface SubnetPlan {
  readonly subnets: readonly PlannedSubnet[];
  readonly layout: readonly LayoutEntry[];
}

function explicitSubnets(specs: readonly SubnetSpec[], zones: readonly string[]): PlannedSubnet[] {
  return zones.flatMap((zone, zoneIndex) =>
    specs.map((spec) => ({
      cidrBlock: spec.cidrBlocks?.[zoneIndex] ?? "",
      type: spec.type,
      zone,
      spec,
      zoneIndex,
    })),
  );
}

function byOrder(
  specs: readonly SubnetSpec[] | undefined,
  strategy: SubnetStrategy,
  space: Space,
): PlannedSubnet[] {
  if (strategy === "AutoMerge") return allocateByOrder(withDefaults(specs ?? [], space), space);
  return allocateByOrder(specs ?? defaultSpecs(space), space);
}

function allocate(
  specs: readonly SubnetSpec[] | undefined,
  strategy: SubnetStrategy,
  space: Space,
): PlannedSubnet[] {
  if (strategy === "Legacy" || (specs === undefined && strategy === "Exact"))
    return allocateByType(specs, space);
  if (specs?.some(({ cidrBlocks }) => cidrBlocks !== undefined)) return explicitSubnets(specs, space.zones);
  return byOrder(specs, strategy, space);
}

interface Placed {
  readonly subnet: PlannedSubnet;
  readonly range: Ipv4Range;
}

function placedOf(subnets: readonly PlannedSubnet[]): Placed[] {
  return subnets.flatMap((subnet) => {
    const range = parseRange(subnet.cidrBlock);
    return range === undefined ? [] : [{ subnet, range }];
  });
}

function describe({ subnet }: Placed): string {
  return `${specName(subnet.spec)} in ${subnet.zone} (${subnet.cidrBlock})`;
}

function overlapProblems(placed: readonly Placed[]): string[] {
  return placed.flatMap((one, index) =>
    placed
      .slice(index + 1)
      .filter((other) => overlap(one.range, other.range))
      .map((other) => `subnet ${describe(one)} overlaps ${describe(other)}; subnets must not overlap`),
  );
}

function gapProblems(placed: readonly Placed[], cidrBlock: string): string[] {
  const vpc = parseRange(cidrBlock);
  if (vpc === undefined) return [];
  let expected = vpc.first;
  const problems = placed.flatMap((one) => {
    const problem = one.range.first === expected ? [] : [`there is a gap before subnet ${describe(one)}`];
    expected = one.range.last + 1;
    return problem;
  });
  const end = expected - 1 === vpc.last ? [] : [`the subnets end before the VPC (${formatRange(vpc)}) does`];
  return [...problems, ...end].map(
    (problem) => `${problem}; subnetStrategy Exact requires that none is left`,
  );
}

function natProblems(subnets: readonly PlannedSubnet[], { natStrategy }: VpcArguments): string[] {
  const types = new Set(subnets.map(({ type }) => type.toLowerCase()));
  if (natStrategy === "None" || (types.has("public") && (types.has("private") || types.has("isolated"))))
    return [];
  return [
    `natGateways.strategy is ${natStrategy}; it requires a public subnet and a private or isolated one`,
  ];
}

/** The layout as the output shows it: as asked for, or read off the ranges where awsx chose them by type. */
function shownLayout(
  specs: readonly SubnetSpec[] | undefined,
  strategy: SubnetStrategy,
  plan: readonly PlannedSubnet[],
  zones: number,
): LayoutEntry[] {
  if (specs === undefined || strategy === "Legacy" || strategy === "AutoMerge") return layoutOf(plan, zones);
  return specs.map(({ type, name, cidrBlocks, cidrMask, size }): WireObject => {
    const entry = { type, name, cidrBlocks: cidrBlocks && [...cidrBlocks], cidrMask, size };
    const present = Object.entries(entry).filter((pair): pair is [string, string | number | string[]] =>
      Boolean(pair[1]),
    );
    return Object.fromEntries(present);
  });
}

/**
 * Gives every subnet its range, by the strategy that was asked for.
 * @throws VpcRefusal when the specs contradict each other, do not fit, or overlap.
 */
export function planSubnets(args: VpcArguments, space: Space): SubnetPlan {
  const specs = normalised(args, space.zones.length);
  const subnets = allocate(specs, args.subnetStrategy, space);
  const placed = placedOf(subnets);
  refuse([
    ...overlapProblems(placed),
    ...(args.subnetStrategy === "Exact" && space.fromPool !== true
      ? gapProblems(placed, space.cidrBlock)
      : []),
    ...natProblems(subnets, args),
  ]);
  return { subnets, layout: shownLayout(specs, args.subnetStrategy, subnets, space.zones.length) };
}
