/**
 * How private tiers reach the internet.
 *
 * - `none`: not at all
 * - `single`: through one gateway in the first zone, which takes all zones' way out with it when that zone fails
 * - `per-zone`: through a gateway in each zone, each with an address of its own
 * - `regional`: through one gateway that AWS spreads over the zones in use, with addresses that AWS picks
 */
export const natModes = ["none", "single", "per-zone", "regional"] as const;

/** How private tiers reach the internet; see {@link natModes}. */
export type NatMode = (typeof natModes)[number];
