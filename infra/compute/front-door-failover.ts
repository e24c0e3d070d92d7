import type { Region } from "../core/region";

/**
 * Which part of a domain's failover an environment is. `none` has the domain to itself; `primary` answers until a person
 * switches it off; `secondary` answers from then on. One domain has one of each of the latter two, in two Regions.
 */
export const failoverRoles = ["none", "primary", "secondary"] as const;

/** Part of a failover; see {@link failoverRoles}. */
export type FailoverRole = (typeof failoverRoles)[number];

/** How an environment shares its domain with another Region. */
export interface FailoverSizes {
  /** Which part it is. */
  readonly role: FailoverRole;
  /**
   * Health check that people turn to switch this Region on and off, by id: one of the plan of ARC Region switch that whoever
   * stands in has, or a calculated one.
   *
   * @default - none: a primary always answers, and a secondary as soon as the primary is switched off
   */
  readonly healthCheckId?: string;
}

/** Seconds between two requests of one health checker. Every ten seconds costs more. */
export const reachIntervals = [10, 30] as const;

/** How the front door is asked for from all over the world. */
export interface ReachSizes {
  /** Path that answers everybody with 2xx or 3xx, without signing in, such as `/health`; 255 characters at most. */
  readonly path: string;
  /** Seconds between two requests of one health checker; it cannot be changed in place. */
  readonly intervalSeconds: (typeof reachIntervals)[number];
  /** Whether it is measured how long connections take from each Region, which is charged; it cannot be changed in place. */
  readonly measureLatency: boolean;
}

/** Longest name of a Region, and the dot after it. */
const regionAndDot = "ap-northeast-1.".length;

/** Longest domain: the name of its own Region has to fit in front of it. A name has 253 characters at most (RFC 1035). */
export const longestDomain = 253 - regionAndDot;

/**
 * Name by which a front door is reached in its own Region, whoever answers for the domain. Calls within the environment, and
 * whoever looks after it, go by this name: by the domain they would follow a failover to another Region.
 */
export function ownDomain(domain: string, region: Region): string {
  return `${region}.${domain}`;
}

/** What makes the domain's record one of two. A record without it has the domain to itself. */
export interface FailoverPolicy {
  /** What tells the two apart; Region switch finds the Region by it. */
  readonly setIdentifier: Region;
  /** Which of the two it is. */
  readonly failoverRoutingPolicies: [{ readonly type: "PRIMARY" | "SECONDARY" }];
  /** What switches it on and off. */
  readonly healthCheckId?: string;
}

/** Policy of the domain's record, by the part that the environment is; nothing where it shares the domain with nobody. */
export function failoverPolicy(
  { role, healthCheckId }: FailoverSizes,
  region: Region,
): FailoverPolicy | undefined {
  if (role === "none") return undefined;
  return {
    setIdentifier: region,
    failoverRoutingPolicies: [{ type: role === "primary" ? "PRIMARY" : "SECONDARY" }],
    ...(healthCheckId === undefined ? {} : { healthCheckId }),
  };
}
