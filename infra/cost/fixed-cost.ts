import type { Charged, Declaration } from "../core/declarations";
import type { Monitored } from "../core/monitored";
import type { Region } from "../core/region";
import { type ClassKind, classHour, prices, priceSource, regionFactor } from "./prices";

/** What an environment costs whether it is used or not: everything at the fewest units that scaling leaves. */
export interface FixedCost {
  /** US dollars a month, before tax and discounts, rounded. */
  readonly usdPerMonth: number;
  /** Budget of a month, in US dollars. */
  readonly budgetUsdPerMonth: number;
  /** Whether the estimate is within the budget. */
  readonly withinBudget: boolean;
  /** US dollars a month of each service, store and part of the network. */
  readonly byThing: Readonly<Record<string, number>>;
  /** When the prices were read. */
  readonly pricesAsOf: string;
  /** What no price was found for, by name. */
  readonly unpriced: readonly string[];
  /** What the estimate leaves out. */
  readonly leftOut: readonly string[];
}

/** What an estimate is made of. */
export interface FixedCostArgs {
  /** What was built. */
  readonly declarations: readonly Declaration[];
  /** Region it stands in. */
  readonly region: Region;
  /** Budget of a month, in US dollars. */
  readonly budgetUsdPerMonth: number;
}

/** Hours of a month, as AWS's calculator counts them. */
const hours = 730;

/** Certificates that ECS takes of an authority for each service in a month: one every five days. */
const renewals = hours / 24 / 5;

/** What depends on use, and no size says it. */
const leftOut = [
  "requests, messages, events and state transitions",
  "data transfer and data through gateways, endpoints and balancers",
  "storage that grows by itself: objects, tables, clusters, logs, backups",
  "metrics, alarms, dashboards, traces and what browsers measure",
  "services of the account: trail, recorder, detectors, scanners",
  "DNS zones and secrets",
  "everything above the fewest units that scaling leaves",
  "tax, support, discounts, credits and free tiers",
];

/** Price of one thing in us-east-1: dollars a month; `unpriced` where no price is known. */
type Price = number | "unpriced";

/** What everything that is declared costs a month, whether used or not. */
export function fixedCost({ declarations, region, budgetUsdPerMonth }: FixedCostArgs): FixedCost {
  const factor = regionFactor(region);
  const things = declarations.flatMap(priced);
  const byThing: Record<string, number> = {};
  const unpriced: string[] = [];
  for (const { name, price, everywhere } of things) {
    const dearer = everywhere ? 1 : factor;
    if (price === "unpriced" || (dearer === undefined && price > 0)) unpriced.push(name);
    else if (price > 0) byThing[name] = cents((byThing[name] ?? 0) + price * (dearer ?? 1));
  }
  const usdPerMonth = cents(Object.values(byThing).reduce((total, price) => total + price, 0));
  return {
    usdPerMonth,
    budgetUsdPerMonth,
    withinBudget: usdPerMonth <= budgetUsdPerMonth,
    byThing: Object.fromEntries(Object.entries(byThing).sort(([, a], [, b]) => b - a)),
    pricesAsOf: priceSource.asOf,
    unpriced,
    leftOut,
  };
}

type Pricing = {
  readonly [Kind in Monitored["kind"]]: (thing: Extract<Monitored, { kind: Kind }>) => Price;
};

/** What costs by its use alone; {@link leftOut} says so. */
const byUse = (): Price => 0;

const pricing: Pricing = {
  service: workload,
  fleet: workload,
  "database-cluster": store,
  "database-instance": store,
  cache: store,
  "nat-gateway": ({ sizes }) => (prices.natGateway + sizes.addresses * prices.publicAddress) * hours,
  "interface-endpoint": ({ sizes }) => sizes.zones * prices.interfaceEndpoint * hours,
  "load-balancer": () => prices.loadBalancer * hours,
  "web-acl": () => prices.webAclMonth,
  canary: ({ sizes }) => (prices.canaryRun * hours * 60) / sizes.minutes,
  key: () => prices.keyMonth,
  vpc: byUse,
  "dns-firewall": byUse,
  "log-group": byUse,
  table: byUse,
  bucket: byUse,
  "target-group": byUse,
  "app-monitor": byUse,
  certificate: byUse,
  "certificate-authority": ({ sizes }) =>
    prices.certificateAuthorityMonth + sizes.services * renewals * prices.shortLivedCertificate,
  cluster: byUse,
  "event-bus": byUse,
  "event-rule": byUse,
  queue: byUse,
  "dead-letter-queue": byUse,
  "state-machine": byUse,
  partner: byUse,
  call: byUse,
  topic: byUse,
  "schedule-group": byUse,
  "restore-test": byUse,
};

/** A thing with its price, which is the same in every Region or not; nothing of what is not charged by itself. */
function priced(
  declaration: Declaration,
): readonly { readonly name: string; readonly price: Price; readonly everywhere: boolean }[] {
  const { family } = declaration;
  if (family !== "monitored" && family !== "charged") return [];
  const name = `${declaration.kind} ${declaration.name}`;
  return family === "charged"
    ? [{ name, price: charge(declaration), everywhere: true }]
    : [{ name, price: monthly(declaration), everywhere: false }];
}

function charge({ kind, features }: Charged): number {
  return kind === "health-check"
    ? prices.healthCheckMonth + features * prices.healthCheckFeatureMonth
    : prices.regionSwitchPlanMonth;
}

function monthly(thing: Monitored): Price {
  // A thing is priced by the row of its own kind.
  const price = pricing[thing.kind] as (priced: Monitored) => Price;
  return price(thing);
}

/** On Spot a task costs about a third; the estimate takes none for granted. */
function workload(thing: Extract<Monitored, { kind: "service" | "fleet" }>): Price {
  if (thing.kind === "service") {
    const { vcpu, memoryMib, minimum } = thing.sizes;
    return minimum * (vcpu * prices.fargateVcpu + (memoryMib / 1024) * prices.fargateGib) * hours;
  }
  const { instanceType, volumeGib, minimum } = thing.sizes;
  return plus(ofClass("ec2", instanceType, minimum), minimum * volumeGib * prices.gp3GibMonth);
}

function store(
  thing: Extract<Monitored, { kind: "database-cluster" | "database-instance" | "cache" }>,
): Price {
  switch (thing.kind) {
    case "cache":
      return ofClass("cache", thing.sizes.nodeType, thing.sizes.nodes);
    case "database-instance": {
      const copies = thing.sizes.multiAz ? 2 : 1;
      const storage = copies * thing.sizes.allocatedGib * prices.databaseGibMonth;
      return plus(ofClass("rds", thing.sizes.instanceClass, copies), storage);
    }
    case "database-cluster": {
      const { capacity, minimumReaders } = thing.sizes;
      const instances = 1 + minimumReaders;
      return capacity.kind === "serverless"
        ? instances * capacity.minimumAcu * prices.auroraCapacityUnit * hours
        : ofClass("aurora", capacity.instanceClass, instances);
    }
  }
}

function ofClass(kind: ClassKind, name: string, count: number): Price {
  const hour = classHour(kind, name);
  return hour === undefined ? "unpriced" : hour * count * hours;
}

function plus(price: Price, more: number): Price {
  return price === "unpriced" ? price : price + more;
}

function cents(usd: number): number {
  return Math.round(usd * 100) / 100;
}

/** How many things a summary names. */
const named = 5;

/** The estimate in a few lines for whoever previews the environment. */
export function describeFixedCost(cost: FixedCost): string {
  const { usdPerMonth, budgetUsdPerMonth, byThing, pricesAsOf, unpriced } = cost;
  const whole = (usd: number): string => `${usd.toFixed(0)} USD`;
  const dearest = Object.entries(byThing).slice(0, named);
  const verdict = cost.withinBudget ? "within" : "BEYOND";
  return [
    `Fixed cost: ${whole(usdPerMonth)} a month, ${verdict} the budget of ${whole(budgetUsdPerMonth)} (prices as of ${pricesAsOf}).`,
    `Dearest: ${dearest.map(([name, usd]) => `${name} ${whole(usd)}`).join(", ")}; the output fixedCost has all.`,
    ...(unpriced.length === 0 ? [] : [`No price is known for ${unpriced.join(", ")}.`]),
    `Left out: ${cost.leftOut.join("; ")}.`,
  ].join("\n");
}
