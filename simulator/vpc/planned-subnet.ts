import type { SubnetSpec } from "./arguments";

/** A subnet that has its range. */
export interface PlannedSubnet {
  readonly cidrBlock: string;
  readonly type: string;
  readonly zone: string;
  readonly spec: SubnetSpec;
  /** Position of the zone, from 0. */
  readonly zoneIndex: number;
}

/** What ranges are laid out in. */
export interface Space {
  readonly cidrBlock: string;
  readonly zones: readonly string[];
  /** Prefix length of the part of a zone. */
  readonly zoneMask?: number;
  /** Whether the range came from an address pool; awsx then does not look for gaps. */
  readonly fromPool?: boolean;
}

/** The name of a subnet spec: its own, or its type in lower case. */
export function specName(spec: SubnetSpec): string {
  return spec.name ?? spec.type.toLowerCase();
}
