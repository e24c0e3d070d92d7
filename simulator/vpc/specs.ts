import { parseRange, sizeOf } from "../ipv4-range";
import type { SubnetSpec, VpcArguments } from "./arguments";
import { refuse } from "./refusal";

/** Prefix lengths whose number of addresses a spec may give. */
const MASKS = Array.from({ length: 31 }, (_, mask) => mask);

function nameProblems(specs: readonly SubnetSpec[]): string[] {
  const types = new Set(specs.map(({ type }) => type.toLowerCase()));
  return [...types].flatMap((type) => {
    const names = specs.filter((spec) => spec.type.toLowerCase() === type).map(({ name }) => name);
    const isClear = new Set(names).size === names.length;
    return isClear
      ? []
      : [`several subnetSpecs of type ${type} have the same name or none; each must have its own`];
  });
}

function sizeProblems(specs: readonly SubnetSpec[]): string[] {
  return specs.flatMap(({ size, cidrMask }, index) => {
    if (size === undefined) return [];
    const mask = MASKS.find((candidate) => sizeOf(candidate) === size);
    if (mask === undefined)
      return [`subnetSpecs[${index}].size is ${size}; it must be a power of two from 4`];
    const agrees = cidrMask === undefined || cidrMask === mask;
    return agrees
      ? []
      : [`subnetSpecs[${index}].size is ${size}, which is a /${mask}, but cidrMask is ${cidrMask}`];
  });
}

function blockProblems({ cidrBlocks, cidrMask, size }: SubnetSpec, index: number, zones: number): string[] {
  const path = `subnetSpecs[${index}].cidrBlocks`;
  if (cidrBlocks === undefined) return [`${path} is missing; when one spec has blocks, each must have them`];
  if (cidrBlocks.length !== zones)
    return [`${path} has ${cidrBlocks.length} blocks; it must have one per zone, ${zones}`];
  return cidrBlocks.flatMap((block) => {
    const range = parseRange(block);
    if (range === undefined) return [`${path} has ${JSON.stringify(block)}, which is no IPv4 CIDR block`];
    const wrongMask = cidrMask !== undefined && range.prefixLength !== cidrMask;
    const wrongSize = size !== undefined && sizeOf(range.prefixLength) !== size;
    return wrongMask || wrongSize ? [`${path} has ${block}, which does not agree with cidrMask or size`] : [];
  });
}

/** awsx refuses to lay out no subnets, and to merge blocks with its own defaults. */
function strategyProblems(specs: readonly SubnetSpec[], { subnetStrategy }: VpcArguments): string[] {
  const hasBlocks = specs.some(({ cidrBlocks }) => cidrBlocks !== undefined);
  return subnetStrategy === "AutoMerge" && hasBlocks
    ? ["subnetSpecs have cidrBlocks; subnetStrategy AutoMerge does not take them, Auto and Exact do"]
    : [];
}

/**
 * Subnet specs with mask and size made to agree.
 * @throws VpcRefusal with every contradiction.
 */
export function normalised(args: VpcArguments, zones: number): readonly SubnetSpec[] | undefined {
  const specs = args.subnetSpecs;
  if (specs === undefined) return undefined;
  const hasBlocks = specs.some(({ cidrBlocks }) => cidrBlocks !== undefined);
  refuse([
    ...strategyProblems(specs, args),
    ...nameProblems(specs),
    ...(hasBlocks ? specs.flatMap((spec, index) => blockProblems(spec, index, zones)) : sizeProblems(specs)),
  ]);
  if (hasBlocks) return specs;
  return specs.map((spec) => {
    const cidrMask = spec.cidrMask ?? MASKS.find((mask) => sizeOf(mask) === spec.size);
    return { ...spec, cidrMask, size: MASKS.includes(cidrMask ?? -1) ? sizeOf(cidrMask ?? 0) : undefined };
  });
}
