import { Address4, Address6 } from "ip-address";

/** A range of addresses, both ends included. */
export interface Range {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

const BITS = { 4: 32, 6: 128 } as const;

function parsed(text: string): Address4 | Address6 | undefined {
  if (Address4.isValid(text)) return new Address4(text);
  return Address6.isValid(text) ? new Address6(text) : undefined;
}

/** The range that a CIDR block (or a single address) stands for; nothing where the text is neither. */
export function parseRange(text: string): Range | undefined {
  const address = parsed(text.trim());
  if (address === undefined) return undefined;
  const family = address instanceof Address4 ? 4 : 6;
  const size = 1n << BigInt(BITS[family] - address.subnetMask);
  const first = (address.bigInt() / size) * size;
  return { family, first, last: first + size - 1n };
}

function ranges(...blocks: readonly string[]): readonly Range[] {
  return blocks.map((block) => {
    const range = parseRange(block);
    if (!range) throw new Error(`"${block}" is not an address range`);
    return range;
  });
}

/** Addresses that no packet from the internet can carry as its source (IANA's special-purpose registries). */
const NOT_PUBLIC: Readonly<Record<4 | 6, readonly Range[]>> = {
  4: ranges(
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/3",
  ),
  // Of IPv6, only 2000::/3 has been given out as global unicast.
  6: ranges("::/3", "4000::/2", "8000::/1"),
};

/** The same addresses as few, ordered, separate ranges. */
export function union(all: readonly Range[]): readonly Range[] {
  const ordered = all.toSorted((a, b) => a.family - b.family || Number(a.first - b.first));
  const merged: Range[] = [];
  for (const range of ordered) {
    const previous = merged.at(-1);
    if (previous?.family === range.family && range.first <= previous.last + 1n) {
      const last = range.last > previous.last ? range.last : previous.last;
      merged[merged.length - 1] = { ...previous, last };
    } else merged.push(range);
  }
  return merged;
}

/** Whether the ranges together hold every public address of a family: written as one block, two halves or many parts. */
export function coversWorld(all: readonly Range[]): boolean {
  return ([4, 6] as const).some((family) => {
    const given = all.filter((range) => range.family === family);
    if (given.length === 0) return false;
    // The first and the last address of either family are not public, so that one range is all of it.
    return union([...given, ...NOT_PUBLIC[family]]).length === 1;
  });
}

/** Whether every address of one range lies in another. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

/** Whether a range holds no public address. */
export function isPrivate(range: Range): boolean {
  return union(NOT_PUBLIC[range.family]).some((block) => contains(block, range));
}

/** Length of the prefix: 24 for `10.0.0.0/24`. */
export function prefixLength(range: Range): number {
  return BITS[range.family] - ((range.last - range.first + 1n).toString(2).length - 1);
}

/** The range as a CIDR block, in its shortest form. */
export function formatRange(range: Range): string {
  const address =
    range.family === 4
      ? Address4.fromBigInt(range.first).address
      : Address6.fromBigInt(range.first).correctForm();
  return `${address}/${prefixLength(range)}`;
}
