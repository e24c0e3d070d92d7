import type { PlannedSubnet } from "./planned-subnet";
import {
  kindOf,
  registerNat,
  registerRoute,
  registerRouteTable,
  registerSubnet,
  type SubnetChildren,
  type SubnetSurroundings,
} from "./subnet-children";
import type { Child } from "./family";

const ORDER = ["public", "private", "isolated"];

/** Subnets of a zone in the order awsx registers them: public, private, isolated. */
function inOrder(subnets: readonly PlannedSubnet[], zoneIndex: number): PlannedSubnet[] {
  const rank = (subnet: PlannedSubnet): number => ORDER.indexOf(kindOf(subnet));
  return subnets
    .filter((subnet) => subnet.zoneIndex === zoneIndex && subnet.type !== "Unused")
    .sort((one, other) => rank(one) - rank(other));
}

interface Nat {
  readonly made: Promise<{ eip?: Child; natGateway: Child }>;
}

function natOf(around: SubnetSurroundings, planned: PlannedSubnet, subnet: Promise<Child>): Nat {
  const made = subnet.then((host) => registerNat(around, planned, host));
  // Whoever waits for the gateway gets the error; until somebody does, it must not end the process.
  made.catch(() => undefined);
  return { made };
}

/** Whether a NAT gateway goes into a zone, and so into its first public subnet. */
function takesNat({ args }: SubnetSurroundings, zoneIndex: number): boolean {
  return args.natStrategy === "OnePerAz" || (args.natStrategy === "Single" && zoneIndex === 0);
}

async function completeSubnet(
  around: SubnetSurroundings,
  planned: PlannedSubnet,
  made: { subnet: Promise<Child>; own: Nat | undefined; used: Nat | undefined },
): Promise<SubnetChildren> {
  const subnet = await made.subnet;
  const { routeTable, association } = await registerRouteTable(around, planned, subnet);
  const nat = await made.own?.made;
  const common = { planned, subnet, routeTable, association, ...nat };
  if (kindOf(planned) === "public") {
    return {
      ...common,
      route: await registerRoute(around, planned, routeTable, { gatewayId: around.gateway.id }),
    };
  }
  const used = kindOf(planned) === "private" ? await made.used?.made : undefined;
  if (used === undefined) return common;
  return {
    ...common,
    route: await registerRoute(around, planned, routeTable, { natGatewayId: used.natGateway.id }),
  };
}

/** Registers every subnet with its route table, routes and NAT gateways; independent ones at the same time. */
export async function registerZones(
  around: SubnetSurroundings,
  subnets: readonly PlannedSubnet[],
): Promise<SubnetChildren[]> {
  const perZone = around.zones.map((_, zoneIndex) => inOrder(subnets, zoneIndex));
  const nats: (Nat | undefined)[] = [];
  const complete = perZone.flatMap((ofZone, zoneIndex) => {
    const firstPublic = ofZone.find((planned) => kindOf(planned) === "public");
    return ofZone.map((planned, index) => {
      const subnet = registerSubnet(around, planned, zoneIndex + index * around.zones.length);
      const isHost = planned === firstPublic && takesNat(around, zoneIndex);
      const own = isHost ? natOf(around, planned, subnet) : undefined;
      if (own !== undefined) nats[zoneIndex] = own;
      const used = around.args.natStrategy === "Single" ? nats[0] : nats[zoneIndex];
      return completeSubnet(around, planned, { subnet, own, used });
    });
  });
  return Promise.all(complete);
}
