import { type Criticality } from "../core/criticality";
import type { LogRetentionDays } from "../core/log-retention";
import type { Tier, Zone } from "../core/placement";
import type { Region } from "../core/region";
import { type EndpointSizes, endpointProblems } from "./endpoint-services";
import { domainListProblems, type ManagedDomainLists } from "./managed-domain-lists";
import type { ExpectedTraffic } from "./nat-break-even";
import type { NatMode } from "./nat-mode";
import { pricedRegions, priceSource } from "./prices";
import type { Problem } from "../core/problem";
import { subnetPlanProblems } from "./subnet-plan";

/** Arguments of a {@link Network}. All are plain: each decides which resources there are, or their addresses. */
export interface NetworkArgs {
  /** Environment, which physical names begin with. */
  readonly environment: string;
  /** Region that the network lies in. */
  readonly region: Region;
  /** Account that owns it, twelve digits. */
  readonly accountId: string;
  /**
   * Organisation whose accounts may use AWS's services through the network's endpoints.
   *
   * @default - only the network's own account may
   */
  readonly organizationId?: string;
  /** IPv4 range of the VPC, /16 to /28. It cannot be changed later. */
  readonly cidr: string;
  /**
   * Zones that the network spans, in the order they were added. **Append only**: awsx names subnets by position, so
   * that removing, inserting or reordering zones replaces the subnets behind them.
   */
  readonly zones: readonly Zone[];
  /**
   * Tiers that the network has, and the IPv4 range of each. `app` is always needed.
   *
   * @default - public, app, data and endpoints, each at its usual share of the VPC's range
   */
  readonly tierBlocks?: Partial<Readonly<Record<Tier, string>>>;
  /**
   * Whether the network has IPv6 addresses beside its IPv4 ones. Private tiers reach the internet over IPv6 through an
   * egress-only gateway, unless `nat` is `none`; nothing is given an IPv6 address without asking for one.
   *
   * @default false
   */
  readonly dualStack?: boolean;
  /** How private tiers reach the internet. */
  readonly nat: NatMode;
  /** Interface endpoints to AWS's services. */
  readonly endpoints: EndpointSizes;
  /**
   * TCP ports on which data stores listen in the data tier.
   *
   * @default [5432, 6379] - PostgreSQL, and Valkey or Redis
   */
  readonly dataPorts?: readonly number[];
  /**
   * TCP ports on which balancers of the public tier answer the internet.
   *
   * @default [80, 443]
   */
  readonly balancerPorts?: readonly number[];
  /** Days that flow logs and DNS query logs are kept. */
  readonly logRetentionDays: LogRetentionDays;
  /**
   * Whether traffic that is not encrypted on its way is only reported (`monitor`) or refused (`enforce`). Enforcing
   * refuses to start instances of types that do not encrypt in hardware.
   */
  readonly encryptionControl: "monitor" | "enforce";
  /**
   * Ids of the domain lists that AWS manages, by their names, for the DNS firewall.
   *
   * @default - those known for the Region (`managedDomainLists`)
   */
  readonly domainLists?: ManagedDomainLists;
  /** Traffic expected, by which NAT gateways and interface endpoints are compared. */
  readonly traffic: ExpectedTraffic;
  /** Whether the VPC, its subnets and the public addresses refuse to be deleted. */
  readonly protect: boolean;
  /** How much the business depends on the network. */
  readonly criticality: Criticality;
  /** Who is called when it fails. */
  readonly owner: string;
}

/** Ports on which data stores listen unless others are given: PostgreSQL, and Valkey or Redis. */
export const usualDataPorts: readonly number[] = [5432, 6379];

/** Ports on which balancers answer unless others are given. */
export const usualBalancerPorts: readonly number[] = [80, 443];

/** Says everything for which the network cannot be built as asked; empty where all is fine. */
export function networkProblems(args: NetworkArgs): readonly Problem[] {
  return [
    ...subnetPlanProblems({ ...args, zoneIds: args.zones.map(({ id }) => id) }),
    ...tierNeedProblems(args),
    ...endpointProblems(args.endpoints, args.zones.length),
    ...portProblems(args.dataPorts ?? []),
    ...domainListProblems(args.region, args.domainLists),
    ...trafficProblems(args.traffic),
    ...accountProblems(args),
    ...priceProblems(args.region),
  ];
}

function tierNeedProblems({ tierBlocks, nat, endpoints }: NetworkArgs): readonly Problem[] {
  if (tierBlocks === undefined) return [];
  const missing = (tier: Tier, reason: string): readonly Problem[] =>
    tierBlocks[tier] === undefined
      ? [{ path: ["tierBlocks", tier], given: "nothing", allowed: `a range, since ${reason}` }]
      : [];
  return [
    ...missing("app", "it is where code runs"),
    ...(nat === "single" || nat === "per-zone" ? missing("public", `NAT ${nat} stands in it`) : []),
    ...(endpoints.groups.length > 0 ? missing("endpoints", "interface endpoints stand in it") : []),
  ];
}

function portProblems(ports: readonly number[]): readonly Problem[] {
  const fits = (port: number): boolean =>
    Number.isInteger(port) && port > 1023 && port < 65536 && port !== 3389;
  return ports.flatMap((port, position) =>
    fits(port) && ports.indexOf(port) === position
      ? []
      : [
          {
            path: ["dataPorts", position],
            given: String(port),
            allowed: "a TCP port from 1024 to 65535, not 3389, once",
          },
        ],
  );
}

function trafficProblems(traffic: ExpectedTraffic): readonly Problem[] {
  return Object.entries(traffic)
    .filter(([, gb]: [string, unknown]) => typeof gb !== "number" || !Number.isFinite(gb) || gb < 0)
    .map(([name, gb]) => ({
      path: ["traffic", name],
      given: String(gb),
      allowed: "GB a month, zero or more",
    }));
}

function accountProblems({ accountId, organizationId }: NetworkArgs): readonly Problem[] {
  const problems: Problem[] = [];
  if (!/^\d{12}$/.test(accountId)) {
    problems.push({ path: ["accountId"], given: JSON.stringify(accountId), allowed: "twelve digits" });
  }
  if (organizationId !== undefined && !/^o-[a-z0-9]{10,32}$/.test(organizationId)) {
    const allowed = 'an organisation id, "o-" and 10 to 32 lower-case letters and digits';
    problems.push({ path: ["organizationId"], given: JSON.stringify(organizationId), allowed });
  }
  return problems;
}

function priceProblems(region: Region): readonly Problem[] {
  if (pricedRegions.includes(region)) return [];
  const allowed = `Regions with known network prices (as of ${priceSource.asOf}): ${pricedRegions.join(", ")}`;
  return [{ path: ["region"], given: JSON.stringify(region), allowed }];
}
