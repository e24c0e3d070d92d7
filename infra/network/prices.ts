import { type Region, regions } from "../core/region";

/** Prices by which a way to AWS's services is chosen, in US dollars before tax and discounts. */
export interface NetworkPrices {
  /** One NAT gateway for one hour, and for a regional one, for one hour in one zone. */
  readonly natGatewayHour: number;
  /** One GB through a NAT gateway. */
  readonly natGatewayGb: number;
  /** One interface endpoint in one zone for one hour. */
  readonly interfaceEndpointHour: number;
  /** One GB through an interface endpoint, for the first PB of a month. */
  readonly interfaceEndpointGb: number;
  /** One public IPv4 address for one hour. */
  readonly publicAddressHour: number;
}

/**
 * Where the prices come from, and when they were read. What traffic through an endpoint costs was read again on a copy of AWS's page, and
 * the prices of us-east-1 agree with what others quoted of AWS in 2026; those of other Regions, AWS shows by script alone.
 */
export const priceSource = {
  pages: ["https://aws.amazon.com/vpc/pricing/", "https://aws.amazon.com/privatelink/pricing/"],
  asOf: "2025-10-01",
} as const;

const prices = (natGateway: number, interfaceEndpointHour: number): NetworkPrices => ({
  natGatewayHour: natGateway,
  natGatewayGb: natGateway,
  interfaceEndpointHour,
  interfaceEndpointGb: 0.01,
  publicAddressHour: 0.005,
});

/** Prices of the Regions that were looked up; see {@link priceSource}. */
const table: Partial<Readonly<Record<Region, NetworkPrices>>> = {
  "eu-central-1": prices(0.052, 0.012),
  "eu-west-1": prices(0.048, 0.011),
  "eu-west-2": prices(0.05, 0.011),
  "eu-west-3": prices(0.05, 0.011),
  "us-east-1": prices(0.045, 0.01),
  "us-east-2": prices(0.045, 0.01),
  "us-west-2": prices(0.045, 0.01),
};

/** Regions whose prices are known. */
export const pricedRegions: readonly Region[] = regions.filter((region) => table[region] !== undefined);

/**
 * Prices of a Region.
 *
 * @throws Error naming the Regions whose prices are known, where this one's are not
 */
export function networkPrices(region: Region): NetworkPrices {
  const found = table[region];
  if (found !== undefined) return found;
  throw new Error(
    `no network prices for ${region}; known, as of ${priceSource.asOf}: ${pricedRegions.join(", ")}`,
  );
}
