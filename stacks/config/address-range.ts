import * as z from "zod";

import { type Cidr, cidrMistake, contains, overlaps, parseCidr } from "../../infra/core/cidr";

interface NamedRange {
  readonly cidr: Cidr;
  readonly name: string;
}

/** Ranges that no public network uses. Source: RFC 1918, and RFC 6598 for the last. */
const privateRanges: readonly Cidr[] = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"].map(
  parseCidr,
);

/**
 * Ranges that AWS advises against, since services or machines inside a VPC use them themselves.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 */
const reservedRanges: readonly NamedRange[] = [
  {
    cidr: parseCidr("172.17.0.0/16"),
    name: "172.17.0.0/16, which containers on one machine use among themselves",
  },
];

/** Says why an IPv4 range cannot be a network of ours; nothing where it can. */
function addressRangeMistake(text: string): string | undefined {
  const malformed = cidrMistake(text);
  if (malformed !== undefined) return malformed;
  const range = parseCidr(text);
  if (range.version !== 4) return "an IPv4 range, such as 10.0.0.0/16";
  if (!privateRanges.some((outer) => contains(outer, range))) {
    return "a range of private addresses: within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10";
  }
  const reserved = reservedRanges.find(({ cidr }) => overlaps(cidr, range));
  return reserved && `a range that does not overlap ${reserved.name}`;
}

/** An IPv4 range that a network may have. */
export const addressRange = z
  .string()
  .superRefine((text, context) => {
    const mistake = addressRangeMistake(text);
    if (mistake !== undefined) context.addIssue({ code: "custom", message: mistake });
  })
  .meta({ allowed: "an IPv4 range of private addresses, such as 10.0.0.0/16" });
