import {
  addressCount,
  type Cidr,
  cidrMistake,
  contains,
  formatCidr,
  overlaps,
  parseCidr,
  subrange,
} from "../core/cidr";
import { type Tier, tiers } from "../core/placement";
import { type Region, zoneIdsOf } from "../core/region";
import type { Problem } from "../core/problem";

/** What an address plan is made from. All of it is known before anything exists. */
export interface SubnetPlanRequest {
  /** IPv4 range of the VPC, /16 to /28. */
  readonly cidr: string;
  /** Region whose zones are used. */
  readonly region: Region;
  /**
   * Ids of the zones, in the order they were added. Append only: a subnet's address and its name follow from its
   * zone's position.
   */
  readonly zoneIds: readonly string[];
  /**
   * Tiers that the network has, and the range of each.
   *
   * @default - all four, each at its usual share of the VPC's range (`usualTierBlock`)
   */
  readonly tierBlocks?: Partial<Readonly<Record<Tier, string>>>;
}

/** One subnet of a plan. */
export interface PlannedSubnet {
  /** Id of its zone. */
  readonly zoneId: string;
  /** IPv4 range. */
  readonly cidr: string;
  /** Which /64 of the VPC's IPv6 range it has, where the network is dual-stack. */
  readonly ipv6Index: number;
}

/** One tier of a plan. */
export interface PlannedTier {
  /** Its word. */
  readonly tier: Tier;
  /** Range that holds its subnets, those of zones yet to come included. */
  readonly block: string;
  /** Which /61 of the VPC's IPv6 range holds its subnets, where the network is dual-stack. */
  readonly ipv6BlockIndex: number;
  /** One subnet per zone, in the order of the zones. */
  readonly subnets: readonly PlannedSubnet[];
}

/** Addresses of a network: which tier has which subnet in which zone. */
export interface SubnetPlan {
  /** IPv4 range of the VPC. */
  readonly cidr: string;
  /** Tiers, from the outside in. */
  readonly tiers: readonly PlannedTier[];
}

/** Zones a tier's range has room for: the next power of two above the six of AWS's largest Region. */
export const zoneSlots = 8;
const zoneSlotBits = Math.log2(zoneSlots);

/**
 * Longest prefix of a subnet, by tier: AWS's own limit, and for `public` a load balancer's, which wants a /27.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html,
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html
 */
const longestSubnetPrefix: Readonly<Record<Tier, number>> = { public: 27, app: 28, data: 28, endpoints: 28 };

/** Prefix lengths that a VPC may have. Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
const vpcPrefix = { shortest: 16, longest: 28 };

/**
 * Where a tier's range lies in the VPC's: so many bits below it, and the how-manieth of such parts.
 *
 * Together they take 13/32. The eighth before `app` is left for a tier to come, and the upper half for growth
 * (REL02-BP03).
 */
const usualShares: Readonly<Record<Tier, { readonly bits: number; readonly index: number }>> = {
  public: { bits: 5, index: 0 },
  endpoints: { bits: 5, index: 1 },
  data: { bits: 4, index: 1 },
  app: { bits: 2, index: 1 },
};

/** Smallest VPC in which every usual share has room for its subnets. */
const longestPrefixOfUsualShares = Math.min(
  ...tiers.map((tier) => longestSubnetPrefix[tier] - zoneSlotBits - usualShares[tier].bits),
);

/** Range that a tier has in a VPC's range unless another is given: the same share of every VPC. */
export function usualTierBlock(vpc: Cidr, tier: Tier): Cidr {
  const { bits, index } = usualShares[tier];
  return subrange(vpc, vpc.prefix + bits, index);
}

/**
 * Lays out a network's addresses. Adding a zone at the end, or a tier, leaves every address as it was.
 *
 * @throws Error naming everything that {@link subnetPlanProblems} finds
 */
export function planSubnets(request: SubnetPlanRequest): SubnetPlan {
  const problems = subnetPlanProblems(request);
  if (problems.length > 0) {
    throw new Error(problems.map(({ path, allowed }) => `${path.join(".")}: ${allowed}`).join("\n"));
  }
  const vpc = parseCidr(request.cidr);
  return {
    cidr: formatCidr(vpc),
    tiers: tierBlocks(request, vpc).map(({ tier, block }) => plannedTier(tier, block, request.zoneIds)),
  };
}

/** Says everything for which an address plan cannot be made or AWS would refuse it; empty where all is fine. */
export function subnetPlanProblems(request: SubnetPlanRequest): readonly Problem[] {
  const vpcProblems = vpcRangeProblems(request.cidr);
  const blockProblems = vpcProblems.length > 0 ? [] : tierProblems(request, parseCidr(request.cidr));
  return [...vpcProblems, ...zoneProblems(request), ...blockProblems];
}

function plannedTier(tier: Tier, block: Cidr, zoneIds: readonly string[]): PlannedTier {
  const ipv6BlockIndex = tiers.indexOf(tier);
  return {
    tier,
    block: formatCidr(block),
    ipv6BlockIndex,
    subnets: zoneIds.map((zoneId, slot) => ({
      zoneId,
      cidr: formatCidr(subrange(block, block.prefix + zoneSlotBits, slot)),
      ipv6Index: ipv6BlockIndex * zoneSlots + slot,
    })),
  };
}

function vpcRangeProblems(cidr: string): readonly Problem[] {
  const problem = (allowed: string): readonly Problem[] => [
    { path: ["cidr"], given: JSON.stringify(cidr), allowed },
  ];
  const mistake = cidrMistake(cidr);
  if (mistake !== undefined) return problem(mistake);
  const { version, prefix } = parseCidr(cidr);
  if (version !== 4) return problem("an IPv4 range; AWS deals out the IPv6 range itself");
  if (prefix < vpcPrefix.shortest || prefix > vpcPrefix.longest) {
    return problem(`a range from /${vpcPrefix.shortest} to /${vpcPrefix.longest}, as AWS allows for a VPC`);
  }
  return [];
}

function zoneProblems({ region, zoneIds }: SubnetPlanRequest): readonly Problem[] {
  const known = zoneIdsOf(region);
  const problems = zoneIds.flatMap((zoneId, position): Problem[] => {
    const problem = (allowed: string): Problem[] => [
      { path: ["zones", position, "id"], given: JSON.stringify(zoneId), allowed },
    ];
    if (!known.includes(zoneId)) return problem(`zones of ${region}: ${known.join(", ")}`);
    return zoneIds.indexOf(zoneId) < position ? problem("each zone once") : [];
  });
  if (zoneIds.length === 0) {
    problems.push({ path: ["zones"], given: "no zone", allowed: `at least one of ${known.join(", ")}` });
  }
  return problems;
}

interface TierBlock {
  readonly tier: Tier;
  readonly block: Cidr;
}

function tierBlocks({ tierBlocks: given }: SubnetPlanRequest, vpc: Cidr): readonly TierBlock[] {
  if (given === undefined) return tiers.map((tier) => ({ tier, block: usualTierBlock(vpc, tier) }));
  return tiers.flatMap((tier) => {
    const block = given[tier];
    return block === undefined ? [] : [{ tier, block: parseCidr(block) }];
  });
}

function tierProblems(request: SubnetPlanRequest, vpc: Cidr): readonly Problem[] {
  if (request.tierBlocks === undefined && vpc.prefix > longestPrefixOfUsualShares) {
    const allowed = `a range of /${longestPrefixOfUsualShares} or larger, or tierBlocks that fit into it`;
    return [{ path: ["cidr"], given: JSON.stringify(request.cidr), allowed }];
  }
  const malformed = tiers.flatMap((tier): Problem[] => {
    const block = request.tierBlocks?.[tier];
    const mistake = block === undefined ? undefined : cidrMistake(block);
    return mistake === undefined ? [] : [blockProblem(tier, String(block), mistake)];
  });
  if (malformed.length > 0) return malformed;
  const blocks = tierBlocks(request, vpc);
  return [
    ...blocks.flatMap(({ tier, block }) => placeProblems(tier, block, vpc)),
    ...overlapProblems(blocks),
    ...reserveProblems(request.cidr, vpc, blocks),
  ];
}

function blockProblem(tier: Tier, given: string, allowed: string): Problem {
  return { path: ["tierBlocks", tier], given: JSON.stringify(given), allowed };
}

function placeProblems(tier: Tier, block: Cidr, vpc: Cidr): readonly Problem[] {
  const problems: Problem[] = [];
  if (!contains(vpc, block)) {
    problems.push(blockProblem(tier, formatCidr(block), `a range inside the VPC's ${formatCidr(vpc)}`));
  }
  const longest = longestSubnetPrefix[tier] - zoneSlotBits;
  if (block.version === 4 && block.prefix > longest) {
    const reason = `its ${zoneSlots} subnets, one for each zone there may be, are at least /${longestSubnetPrefix[tier]}`;
    problems.push(blockProblem(tier, formatCidr(block), `a range of /${longest} or larger: ${reason}`));
  }
  return problems;
}

function overlapProblems(blocks: readonly TierBlock[]): readonly Problem[] {
  return blocks.flatMap(({ tier, block }, position) =>
    blocks
      .slice(0, position)
      .filter((earlier) => overlaps(earlier.block, block))
      .map((earlier) =>
        blockProblem(
          tier,
          formatCidr(block),
          `a range apart from that of ${earlier.tier}, ${formatCidr(earlier.block)}`,
        ),
      ),
  );
}

function reserveProblems(cidr: string, vpc: Cidr, blocks: readonly TierBlock[]): readonly Problem[] {
  const used = blocks.reduce((sum, { block }) => sum + addressCount(block), 0n);
  if (used * 2n <= addressCount(vpc)) return [];
  const allowed = `ranges that leave at least half of ${cidr} for growth`;
  return [{ path: ["tierBlocks"], given: `ranges with ${used} addresses`, allowed }];
}
