import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";

import type { FrontDoorSizes } from "../../../infra/compute/compute-args";
import { FrontDoor } from "../../../infra/compute/front-door";
import type { Destination } from "../../../infra/compute/front-door-args";
import { simulate, type Simulation } from "../../../simulator/mocks";
import { frontDoorSizes } from "./arguments";

const zones = ["a", "b", "c"].map((letter, position) => ({
  id: `euw1-az${position + 1}`,
  name: `eu-west-1${letter}`,
}));
const subnets = zones.map(({ id }, position) => ({
  id: `subnet-0000000000000000${position}`,
  zoneId: id,
  cidr: `10.20.${position}.0/24`,
}));

/** A workload behind the front door. */
export const destination = (paths: readonly string[], partnerPaths: readonly string[] = []): Destination => ({
  spec: {
    description: "A workload",
    owner: "a-team",
    criticality: "high",
    port: 8080,
    healthPath: "/health",
    latencyObjectiveMs: 500,
    paths,
  },
  targetType: "ip",
  partnerPaths,
  minimum: 2,
  shifts: false,
});

/** A front door in simulated AWS. */
export async function build(
  destinations: Readonly<Record<string, Destination>>,
  different: Partial<FrontDoorSizes> = {},
  protect = false,
): Promise<{ simulation: Simulation; frontDoor: FrontDoor }> {
  const simulation = simulate({
    project: "platform",
    stack: "test",
    existing: [
      { type: "aws:ec2/vpc:Vpc", id: "vpc-00000000000000000" },
      ...subnets.map(({ id, zoneId }) => ({
        type: "aws:ec2/subnet:Subnet",
        id,
        attributes: { availabilityZone: zoneId },
      })),
      {
        type: "aws:kms/key:Key",
        id: "key",
        attributes: { arn: "arn:aws:kms:eu-west-1:111122223333:key/key" },
      },
    ],
  });
  const frontDoor = await simulation.run(() => {
    const provider = new aws.Provider("aws", { region: "eu-west-1" });
    return new FrontDoor(
      "front-door",
      {
        scope: { environment: "dev", accountId: "111122223333", region: "eu-west-1" },
        placement: {
          vpcId: "vpc-00000000000000000",
          vpcCidr: "10.20.0.0/16",
          zones,
          subnets: { public: subnets, app: [], data: [], endpoints: [] },
        },
        key: { arn: "arn:aws:kms:eu-west-1:111122223333:key/key", id: "key" },
        sizes: { ...frontDoorSizes, ...different },
        destinations,
        protect,
        owner: "platform-team",
      },
      { providers: [provider] },
    );
  });
  return { simulation, frontDoor };
}

/** A shop: everything, orders, and a partner's way. */
export const shop = {
  web: destination(["/*"]),
  orders: destination(["/orders/*", "/baskets/*"]),
  payments: destination([], ["/partners/payment-gateway/*"]),
};

/** A text. */
export const text = (value: unknown): string => {
  assert.ok(typeof value === "string");
  return value;
};
