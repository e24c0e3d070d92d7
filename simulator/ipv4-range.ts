/** A range of IPv4 addresses as a CIDR block gives it. */
export interface Ipv4Range {
  /** First address, as a number. */
  readonly first: number;
  /** Last address, as a number. */
  readonly last: number;
  readonly prefixLength: number;
  /** Whether the block is written with its first address. */
  readonly aligned: boolean;
}

/** The number of addresses in a block of a prefix length. */
export function sizeOf(prefixLength: number): number {
  return 2 ** (32 - prefixLength);
}

/** Reads a CIDR block; undefined when it is none. */
export function parseRange(cidr: string): Ipv4Range | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
  if (match === null) return undefined;
  const [a = 256, b = 256, c = 256, d = 256, prefixLength = 33] = match.slice(1).map(Number);
  if ([a, b, c, d].some((octet) => octet > 255) || prefixLength > 32) return undefined;
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const size = sizeOf(prefixLength);
  const first = Math.floor(address / size) * size;
  return { first, last: first + size - 1, prefixLength, aligned: first === address };
}

/** Writes an address with dots. */
export function formatAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}

/** The block of a prefix length that contains an address. */
export function blockAt(address: number, prefixLength: number): Ipv4Range {
  const size = sizeOf(prefixLength);
  const first = Math.floor(address / size) * size;
  return { first, last: first + size - 1, prefixLength, aligned: true };
}

/** Writes a block in CIDR notation. */
export function formatRange(range: Pick<Ipv4Range, "first" | "prefixLength">): string {
  return `${formatAddress(range.first)}/${range.prefixLength}`;
}

/** Whether two ranges share an address. */
export function overlap(one: Ipv4Range, other: Ipv4Range): boolean {
  return one.first <= other.last && other.first <= one.last;
}

/** Whether `outer` holds every address of `inner`. */
export function contains(outer: Ipv4Range, inner: Ipv4Range): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}
