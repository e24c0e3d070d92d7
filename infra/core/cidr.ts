import { Address4, Address6 } from "ip-address";

/** A range of addresses, IPv4 or IPv6, that begins where its prefix says. */
export interface Cidr {
  /** IP version. */
  readonly version: 4 | 6;
  /** First address, as a number. */
  readonly first: bigint;
  /** Bits that all its addresses share, from the left. */
  readonly prefix: number;
}

/** Bits of an address, by IP version. */
const addressBits = { 4: 32, 6: 128 } as const;

/** Says why a text is not a range; nothing where it is one. */
export function cidrMistake(text: string): string | undefined {
  if (!text.includes("/")) return "a range with its prefix length, such as 10.0.0.0/16";
  const address = parseAddress(text);
  if (address === undefined) return "an IPv4 or IPv6 range, such as 10.0.0.0/16 or 2001:db8::/56";
  const start = address.startAddress();
  if (start.bigInt() === address.bigInt()) return undefined;
  return `a range that begins where its prefix says: ${start.correctForm()}/${address.subnetMask}`;
}

/**
 * Reads a range.
 *
 * @throws Error where the text is not a range, or its first address has bits beyond the prefix
 */
export function parseCidr(text: string): Cidr {
  const mistake = cidrMistake(text);
  const address = parseAddress(text);
  if (mistake !== undefined || address === undefined) {
    throw new Error(`"${text}" is not ${mistake ?? "a range"}`);
  }
  return { version: text.includes(":") ? 6 : 4, first: address.bigInt(), prefix: address.subnetMask };
}

/** Writes a range as AWS does: `10.0.0.0/16`, `2001:db8::/56`. */
export function formatCidr({ version, first, prefix }: Cidr): string {
  const address = version === 4 ? Address4.fromBigInt(first) : Address6.fromBigInt(first);
  return `${address.correctForm()}/${prefix}`;
}

/** Number of addresses in a range. */
export function addressCount({ version, prefix }: Cidr): bigint {
  return 1n << BigInt(addressBits[version] - prefix);
}

/** Whether every address of `inner` is one of `outer`. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  return outer.version === inner.version && outer.first <= inner.first && end(inner) <= end(outer);
}

/** Whether two ranges share an address. */
export function overlaps(one: Cidr, other: Cidr): boolean {
  return one.version === other.version && one.first < end(other) && other.first < end(one);
}

/**
 * The `index`-th of the ranges with a given prefix length that make up a range, counted from zero.
 *
 * @throws Error where the prefix is shorter than the range's own or longer than an address, or there are fewer ranges
 */
export function subrange(cidr: Cidr, prefix: number, index: number): Cidr {
  const bits = prefix - cidr.prefix;
  if (!Number.isInteger(prefix) || bits < 0 || prefix > addressBits[cidr.version]) {
    throw new Error(`${formatCidr(cidr)} has no ranges with prefix /${prefix}`);
  }
  const count = 1n << BigInt(bits);
  if (!Number.isInteger(index) || index < 0 || BigInt(index) >= count) {
    throw new Error(`${formatCidr(cidr)} has ${count} ranges with prefix /${prefix}, no number ${index}`);
  }
  const part = { version: cidr.version, first: cidr.first, prefix };
  return { ...part, first: cidr.first + BigInt(index) * addressCount(part) };
}

/**
 * The range with a shorter prefix that a range lies in.
 *
 * @throws Error where the prefix is longer than the range's own
 */
export function enclosing(cidr: Cidr, prefix: number): Cidr {
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > cidr.prefix) {
    throw new Error(`${formatCidr(cidr)} lies in no range with prefix /${prefix}`);
  }
  const size = addressCount({ ...cidr, prefix });
  return { ...cidr, prefix, first: (cidr.first / size) * size };
}

/** First address after a range. */
function end(cidr: Cidr): bigint {
  return cidr.first + addressCount(cidr);
}

function parseAddress(text: string): Address4 | Address6 | undefined {
  try {
    return text.includes(":") ? new Address6(text) : new Address4(text);
  } catch {
    // The package reports every malformed text by throwing; here that is an answer.
    return undefined;
  }
}
