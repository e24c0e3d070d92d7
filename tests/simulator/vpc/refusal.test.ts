import * as assert from "node:assert/strict";
import { constructVpc } from "../../../simulator";
import type { WireObject } from "../../../simulator/wire";
import { RecordingRegistrar, ROOT } from "./recording-registrar";

const zones = (count: number): string[] =>
  ["a", "b", "c"].slice(0, count).map((letter) => `eu-west-1${letter}`);

async function refusal(inputs: WireObject): Promise<string> {
  const registrar = new RecordingRegistrar(false);
  try {
    await constructVpc({ name: "main", parent: ROOT, inputs, preview: false }, registrar);
  } catch (error) {
    assert.equal(
      registrar.registrations.filter(({ custom }) => custom).length,
      0,
      "no child before the refusal",
    );
    return (error as Error).message;
  }
  throw new Error("it was not refused");
}

describe("simulator/vpc/refusal: awsx refuses, before any child,", () => {
  const explicit = (...blocks: string[][]): WireObject => ({
    availabilityZoneNames: zones(2),
    subnetStrategy: "Auto",
    natGateways: { strategy: "None" },
    subnetSpecs: blocks.map((cidrBlocks, index) => ({
      type: "Isolated",
      name: `tier${index}`,
      cidrBlocks,
    })),
  });
  const cases: readonly (readonly [title: string, inputs: WireObject, message: RegExp])[] = [
    ["overlapping blocks", explicit(["10.0.0.0/20", "10.0.8.0/21"]), /overlaps/],
    ["a wrong number of blocks", explicit(["10.0.0.0/20"]), /one per zone, 2/],
    ["a malformed block", explicit(["10.0.0.0/20", "ten"]), /"ten", which is no IPv4 CIDR block/],
    [
      "blocks on only some specs",
      {
        ...explicit(["10.0.0.0/20", "10.0.16.0/20"]),
        subnetSpecs: [{ type: "Isolated", cidrBlocks: ["10.0.0.0/20", "10.0.16.0/20"] }, { type: "Public" }],
      },
      /each must have them/,
    ],
    [
      "a mask that contradicts the blocks",
      {
        ...explicit(),
        subnetSpecs: [{ type: "Isolated", cidrMask: 24, cidrBlocks: ["10.0.0.0/20", "10.0.16.0/20"] }],
      },
      /does not agree/,
    ],
    [
      "NAT without a public tier",
      { ...explicit(["10.0.0.0/20", "10.0.16.0/20"]), natGateways: { strategy: "Single" } },
      /requires a public subnet/,
    ],
    [
      "an unknown NAT strategy",
      { natGateways: { strategy: "Many" } },
      /must be one of None, Single, OnePerAz/,
    ],
    [
      "two unnamed specs of one type",
      { ...explicit(), subnetSpecs: [{ type: "Isolated" }, { type: "Isolated" }] },
      /must have its own/,
    ],
    [
      "both ways of giving zones at once",
      { availabilityZoneNames: zones(2), numberOfAvailabilityZones: 2 },
      /only one of them/,
    ],
    [
      "a wrong number of allocation ids",
      {
        availabilityZoneNames: zones(2),
        natGateways: { strategy: "OnePerAz", elasticIpAllocationIds: ["eipalloc-1"] },
      },
      /takes 2/,
    ],
    [
      "gaps under the exact strategy",
      { ...explicit(["10.0.0.0/20", "10.0.32.0/20"]), subnetStrategy: "Exact" },
      /gap before/,
    ],
    ["no specs", { ...explicit(), subnetSpecs: [] }, /at least one subnet/],
    [
      "private DNS without DNS",
      {
        enableDnsSupport: false,
        vpcEndpointStrategy: "Auto",
        vpcEndpointSpecs: [{ serviceName: "s", vpcEndpointType: "Interface" }],
      },
      /requires true/,
    ],
  ];
  for (const [title, inputs, message] of cases) {
    it(title, async () => {
      assert.match(await refusal(inputs), message);
    });
  }
});
