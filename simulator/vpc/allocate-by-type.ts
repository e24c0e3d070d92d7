import { blockAt, formatAddress, overlap, type Ipv4Range } from "../ipv4-range";
import { bitsFor, vpcRange } from "./allocate-by-order";
import type { SubnetSpec } from "./arguments";
import { VpcRefusal } from "./refusal";
import type { PlannedSubnet, Space } from "./planned-subnet";
import { given } from "./tracked";

/** A block as it is written, which need not begin where its range begins. */
interface Block {
  readonly address: number;
  readonly mask: number;
}

/** Types in the order of their ranges, with the widest prefix a subnet gets when its spec gives none. */
const TYPES = [
  { type: "Private", widestMask: 19 },
  { type: "Public", widestMask: 20 },
  { type: "Isolated", widestMask: 24 },
] as const;

function rangeOf({ address, mask }: Block): Ipv4Range {
  return blockAt(address, mask);
}

function write({ address, mask }: Block): string {
  return `${formatAddress(address)}/${mask}`;
}

/** The block `count` steps of its own size behind the address of another, `newBits` narrower. */
function step(from: Block, newBits: number, count: number): Block {
  const mask = from.mask + newBits;
  if (mask > 32) throw new VpcRefusal([`a /${mask} does not exist; the subnets are too many or too small`]);
  return { address: from.address + 2 ** (32 - mask) * count, mask };
}

/** The next block of a prefix length behind a range. */
function behind(previous: Block, mask: number): Block {
  return { address: blockAt(rangeOf(previous).last, mask).last + 1, mask };
}

function zonesOf(space: Space): Block[] {
  const vpc = vpcRange(space);
  const from = { address: vpc.first, mask: vpc.prefixLength };
  return space.zones.map((_, index) => step(from, bitsFor(space.zones.length), index));
}

/** Without specs: a private subnet in the first half of each zone, a public one in the quarter behind it. */
function defaultSubnets(space: Space): PlannedSubnet[] {
  const spec = (type: string): SubnetSpec => ({ type, tags: given(undefined) });
  const privates = zonesOf(space).map((zone) => step(zone, 1, 0));
  const publics = privates.map((block) => step(step(block, 0, 1), 1, 0));
  const planned = (type: string, blocks: readonly Block[]): PlannedSubnet[] =>
    blocks.map((block, zoneIndex) => ({
      cidrBlock: write(block),
      type,
      zone: space.zones[zoneIndex] ?? "",
      spec: spec(type),
      zoneIndex,
    }));
  return [...planned("Private", privates), ...planned("Public", publics)];
}

/** Where in a zone the next type begins, and what was given last. */
interface Cursor {
  readonly lastOfTypes: Block | undefined;
  readonly current: Block;
}

function placeType(
  specs: readonly SubnetSpec[],
  zone: Block,
  presetMask: number,
  cursor: Cursor,
): { blocks: Block[]; cursor: Cursor } {
  let { current } = cursor;
  const base = cursor.lastOfTypes === undefined ? zone : step(cursor.lastOfTypes, 0, 1);
  const blocks = specs.map((spec, index) => {
    const mask = spec.cidrMask ?? presetMask;
    const stepped = step(base, mask - base.mask, index);
    current = overlap(rangeOf(current), rangeOf(stepped)) ? behind(current, mask) : stepped;
    return current;
  });
  return { blocks, cursor: { lastOfTypes: blocks.at(-1) ?? cursor.lastOfTypes, current } };
}

/**
 * The strategy Legacy: every zone gets an equal part; within it private subnets come first, then public, then isolated
 * ones, whatever the order of their specs. Blocks that specs state are ignored.
 *
 * @throws VpcRefusal when a range would be narrower than one address.
 */
export function allocateByType(specs: readonly SubnetSpec[] | undefined, space: Space): PlannedSubnet[] {
  if (specs === undefined) return defaultSubnets(space);
  const halving = specs.length === 1 ? 0 : 1;
  return zonesOf(space).flatMap((zone, zoneIndex) => {
    let cursor: Cursor = { lastOfTypes: undefined, current: { address: zone.address - 1, mask: 32 } };
    return TYPES.flatMap(({ type, widestMask }) => {
      const ofType = specs.filter((spec) => spec.type.toLowerCase() === type.toLowerCase());
      const placed = placeType(ofType, zone, Math.max(zone.mask + halving, widestMask), cursor);
      cursor = placed.cursor;
      return ofType.map((spec, index) => ({
        cidrBlock: write(placed.blocks[index] ?? zone),
        type,
        zone: space.zones[zoneIndex] ?? "",
        spec,
        zoneIndex,
      }));
    });
  });
}
