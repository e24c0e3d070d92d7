import { blockAt, parseRange, type Ipv4Range } from "../ipv4-range";
import type { WireObject } from "../wire";
import type { PlannedSubnet } from "./planned-subnet";

/** One subnet of a zone, as `subnetLayout` shows it. */
export type LayoutEntry = WireObject;

/** The block of the same size behind another. */
function next(range: Ipv4Range): Ipv4Range {
  return blockAt(range.last + 1, range.prefixLength);
}

/** The widest block that begins like `block` and touches neither the range before nor the one after. */
function widened(block: Ipv4Range, before: Ipv4Range, after: Ipv4Range): Ipv4Range {
  const wider = blockAt(block.first, block.prefixLength - 1);
  const touches = (range: Ipv4Range): boolean => wider.first <= range.last && range.first <= wider.last;
  return touches(before) || touches(after) ? block : widened(wider, before, after);
}

function gapsBetween(previous: Ipv4Range, current: Ipv4Range): Ipv4Range[] {
  const [start, end] = previous.first < current.first ? [previous, current] : [current, previous];
  const gaps: Ipv4Range[] = [];
  let before = previous;
  let gap = next(start);
  while (gap.first < end.first) {
    gap = widened(gap, before, end);
    gaps.push(gap);
    before = gap;
    gap = next(gap);
  }
  return gaps;
}

/** Reads the layout of one zone off its ranges: types and prefix lengths, with what lies unused between them. */
export function layoutOf(subnets: readonly PlannedSubnet[], zones: number): LayoutEntry[] {
  const first = subnets.slice(0, subnets.length / zones);
  let previous: Ipv4Range | undefined;
  return first.flatMap(({ cidrBlock, type }) => {
    const range = parseRange(cidrBlock);
    if (range === undefined) return [];
    const gaps = previous === undefined ? [] : gapsBetween(previous, range);
    previous = range;
    return [
      ...gaps.map(({ prefixLength }): LayoutEntry => ({ type: "Unused", cidrMask: prefixLength })),
      { type, cidrMask: range.prefixLength },
    ];
  });
}
