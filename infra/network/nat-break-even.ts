import type { NatMode } from "./nat-mode";
import { type NetworkPrices, priceSource } from "./prices";

/** Traffic that a network is expected to carry. */
export interface ExpectedTraffic {
  /**
   * GB a month between the private tiers and those AWS services that an interface endpoint can lead to: image pulls,
   * logs, metrics, messages.
   */
  readonly awsServicesGbPerMonth: number;
  /** GB a month between the private tiers and the rest of the internet. No endpoint can carry these. */
  readonly internetGbPerMonth: number;
}

/** What the two ways to AWS's services are compared by. */
export interface BreakEvenRequest {
  /** Traffic expected. */
  readonly traffic: ExpectedTraffic;
  /** How private tiers reach the internet. */
  readonly nat: NatMode;
  /** Zones of the network. */
  readonly zones: number;
  /** Interface endpoints that stand, or would. */
  readonly endpoints: number;
  /** Zones that each of them has a network interface in. */
  readonly endpointZones: number;
  /** Prices of the Region. */
  readonly prices: NetworkPrices;
}

/** NAT gateways against interface endpoints as the way to AWS's services. */
export interface NatBreakEven {
  /** Way that costs less at the expected traffic. */
  readonly cheaper: "interface endpoints" | "NAT gateways";
  /** What the interface endpoints cost a month for that traffic, in US dollars. */
  readonly endpointsUsdPerMonth: number;
  /** What the NAT gateways cost a month for that traffic, in US dollars; their hours too, where only it needs them. */
  readonly natUsdPerMonth: number;
  /** GB a month above which interface endpoints cost less. */
  readonly breakEvenGbPerMonth: number;
  /** What all NAT gateways and endpoints cost a month as configured, in US dollars. */
  readonly configuredUsdPerMonth: number;
  /** Date of the prices. */
  readonly pricesAsOf: string;
}

/** Hours of a month, as AWS's own estimates count: a twelfth of a year. */
const hoursPerMonth = 730;

/** NAT gateways in each mode, those of the zones of a regional one counted apart, as they are billed. */
function gatewayCount(nat: NatMode, zones: number): number {
  switch (nat) {
    case "none":
      return 0;
    case "single":
      return 1;
    case "per-zone":
    case "regional":
      return zones;
  }
}

/**
 * Compares the two ways to AWS's services, and says at which traffic the answer turns.
 *
 * Gateways that stand for the internet's sake carry services' traffic for its volume alone. Where no traffic goes to
 * the internet they could go, so their hours count against them: `single` where the network has none.
 */
export function natBreakEven(request: BreakEvenRequest): NatBreakEven {
  const { traffic, nat, zones, endpoints, endpointZones, prices } = request;
  const gateways = gatewayCount(nat, zones);
  const gatewayHours = (prices.natGatewayHour + prices.publicAddressHour) * hoursPerMonth;
  const endpointHours = endpoints * endpointZones * prices.interfaceEndpointHour * hoursPerMonth;

  const onlyForServices = traffic.internetGbPerMonth === 0 ? Math.max(1, gateways) * gatewayHours : 0;
  const endpointsCost = endpointHours + traffic.awsServicesGbPerMonth * prices.interfaceEndpointGb;
  const natCost = onlyForServices + traffic.awsServicesGbPerMonth * prices.natGatewayGb;
  const dearerPerGb = prices.natGatewayGb - prices.interfaceEndpointGb;
  const carriedByNat = traffic.internetGbPerMonth + (endpoints > 0 ? 0 : traffic.awsServicesGbPerMonth);

  return {
    cheaper: endpointsCost < natCost ? "interface endpoints" : "NAT gateways",
    endpointsUsdPerMonth: cents(endpointsCost),
    natUsdPerMonth: cents(natCost),
    breakEvenGbPerMonth: Math.ceil(Math.max(0, endpointHours - onlyForServices) / dearerPerGb),
    configuredUsdPerMonth: cents(
      gateways * gatewayHours +
        (gateways > 0 ? carriedByNat * prices.natGatewayGb : 0) +
        (endpoints > 0 ? endpointsCost : 0),
    ),
    pricesAsOf: priceSource.asOf,
  };
}

function cents(usd: number): number {
  return Math.round(usd * 100) / 100;
}
