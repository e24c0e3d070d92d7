import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { overlap, parseRange } from "../../simulator/ipv4-range";
import { readArguments } from "../../simulator/vpc/arguments";
import { planSubnets, type SubnetPlan } from "../../simulator/vpc/subnet-plan";
import { layered, received } from "../../simulator/vpc/tracked";
import { secret, UNKNOWN, type WireObject } from "../../simulator/wire";

const OUTPUT = { "4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4" };

function plan(inputs: WireObject, cidrBlock = "10.0.0.0/16", zones = 3): SubnetPlan {
  const args = readArguments({ natGateways: { strategy: "None" }, ...inputs }, {});
  return planSubnets(args, { cidrBlock, zones: ["a", "b", "c", "d"].slice(0, zones) });
}

const blocksOf = ({ subnets }: SubnetPlan, zone: string): string[] =>
  subnets.filter((subnet) => subnet.zone === zone).map(({ cidrBlock, type }) => `${type} ${cidrBlock}`);

const specs = fc.array(
  fc.record({
    type: fc.constantFrom("Public", "Private", "Isolated"),
    cidrMask: fc.option(fc.integer({ min: 20, max: 28 }), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 5 },
);

describe("simulator/vpc, layouts", () => {
  it("halves each zone by default: private first, a public quarter behind it", () => {
    const layout = plan({});
    assert.deepEqual(blocksOf(layout, "a"), ["Private 10.0.0.0/19", "Public 10.0.32.0/20"]);
    assert.deepEqual(blocksOf(layout, "c"), ["Private 10.0.128.0/19", "Public 10.0.160.0/20"]);
  });

  it("derives the layout of the default from its first two ranges, as awsx does, though these are both private", () => {
    assert.deepEqual(plan({}).layout, [
      { type: "Private", cidrMask: 19 },
      { type: "Unused", cidrMask: 19 },
      { type: "Private", cidrMask: 19 },
    ]);
  });

  it("lays out the same by the strategy Auto without specs", () => {
    assert.deepEqual(blocksOf(plan({ subnetStrategy: "Auto" }), "b"), [
      "Private 10.0.64.0/19",
      "Public 10.0.96.0/20",
    ]);
  });

  it("orders by type with the strategy Legacy, and by spec with Auto", () => {
    const subnetSpecs = [{ type: "Isolated" }, { type: "Public" }, { type: "Private" }];
    assert.deepEqual(blocksOf(plan({ subnetSpecs }), "a"), [
      "Private 10.0.0.0/19",
      "Public 10.0.32.0/20",
      "Isolated 10.0.48.0/24",
    ]);
    assert.deepEqual(blocksOf(plan({ subnetSpecs, subnetStrategy: "Auto" }), "a"), [
      "Isolated 10.0.0.0/20",
      "Public 10.0.16.0/20",
      "Private 10.0.32.0/20",
    ]);
  });

  it("ignores explicit blocks with the strategy Legacy", () => {
    const subnetSpecs = [{ type: "Private", cidrBlocks: ["10.0.9.0/24", "10.0.10.0/24", "10.0.11.0/24"] }];
    assert.deepEqual(blocksOf(plan({ subnetSpecs }), "a"), ["Private 10.0.0.0/19"]);
    assert.deepEqual(blocksOf(plan({ subnetSpecs, subnetStrategy: "Auto" }), "a"), ["Private 10.0.9.0/24"]);
  });

  it("aligns a larger block behind a smaller one and keeps the gap in the layout", () => {
    const subnetSpecs: WireObject[] = [
      { type: "Private", cidrMask: 27 },
      { type: "Public", size: 4096 },
    ];
    const auto = plan({ subnetSpecs, subnetStrategy: "Auto" });
    assert.deepEqual(blocksOf(auto, "a"), ["Private 10.0.0.0/27", "Public 10.0.16.0/20"]);
    assert.deepEqual(auto.layout, [
      { type: "Private", cidrMask: 27, size: 32 },
      { type: "Public", cidrMask: 20, size: 4096 },
    ]);
  });

  it("shows what lies unused between the subnets of a derived layout", () => {
    const subnetSpecs = [
      { type: "Private", cidrMask: 26 },
      { type: "Public", cidrMask: 24 },
    ];
    assert.deepEqual(plan({ subnetSpecs }).layout, [
      { type: "Private", cidrMask: 26 },
      { type: "Unused", cidrMask: 26 },
      { type: "Unused", cidrMask: 25 },
      { type: "Public", cidrMask: 24 },
    ]);
  });

  it("adds the default types that are missing with the strategy AutoMerge", () => {
    const merged = plan({
      subnetStrategy: "AutoMerge",
      subnetSpecs: [{ type: "Isolated", name: "data", cidrMask: 24 }],
    });
    assert.deepEqual(blocksOf(merged, "a"), [
      "Private 10.0.0.0/19",
      "Public 10.0.32.0/20",
      "Isolated 10.0.48.0/24",
    ]);
  });

  it("gives a zone the part that availabilityZoneCidrMask says", () => {
    const args = readArguments({ subnetStrategy: "Auto", natGateways: { strategy: "None" } }, {});
    const { subnets } = planSubnets(args, { cidrBlock: "10.0.0.0/16", zones: ["a", "b"], zoneMask: 20 });
    assert.deepEqual(
      subnets.map(({ cidrBlock }) => cidrBlock),
      ["10.0.0.0/21", "10.0.8.0/22", "10.0.16.0/21", "10.0.24.0/22"],
    );
  });

  it("never lets subnets overlap, and keeps each inside its zone's order, whatever the specs", () => {
    fc.assert(
      fc.property(
        specs,
        fc.constantFrom("Legacy", "Auto"),
        fc.integer({ min: 1, max: 4 }),
        (given, strategy, zones) => {
          const subnetSpecs = given.map(
            (spec, index) => JSON.parse(JSON.stringify({ ...spec, name: `s${index}` })) as WireObject,
          );
          let made: SubnetPlan;
          try {
            made = plan({ subnetSpecs, subnetStrategy: strategy }, "10.0.0.0/16", zones);
          } catch (error) {
            assert.match((error as Error).message, /addresses per zone|overlaps/);
            return;
          }
          const ranges = made.subnets.map(({ cidrBlock }) => parseRange(cidrBlock));
          assert.equal(ranges.length, given.length * zones);
          for (const [index, one] of ranges.entries()) {
            for (const other of ranges.slice(index + 1)) assert.ok(one && other && !overlap(one, other));
          }
        },
      ),
    );
  });

  it("names every contradiction between size and mask", () => {
    const subnetSpecs: WireObject[] = [
      { type: "Public", size: 100 },
      { type: "Private", size: 256, cidrMask: 23 },
    ];
    assert.throws(
      () => plan({ subnetStrategy: "Auto", subnetSpecs }),
      /size is 100; it must be a power of two.*size is 256, which is a \/24, but cidrMask is 23/,
    );
  });

  it("refuses subnets that do not fit, and default subnets in too small a range", () => {
    const subnetSpecs = [{ type: "Public", cidrMask: 17 }];
    assert.throws(
      () => plan({ subnetStrategy: "Auto", subnetSpecs }),
      /need 32768 addresses per zone; a zone has 16384/,
    );
    assert.throws(() => plan({ subnetStrategy: "Auto" }, "10.0.0.0/26"), /at least a \/26/);
  });
});

describe("simulator/vpc, arguments", () => {
  it("names everything that is not of its type", () => {
    const inputs = {
      cidrBlock: 1,
      subnetSpecs: [{ type: "Public", cidrMask: "24" }],
      subnetStrategy: "Best",
    };
    assert.throws(
      () => readArguments(inputs, {}),
      (error: Error) => {
        assert.match(error.message, /cidrBlock is 1; it must be a text/);
        assert.match(error.message, /subnetSpecs\[0\]\.cidrMask is "24"; it must be a number/);
        assert.match(
          error.message,
          /subnetStrategy is "Best"; it must be one of Legacy, Auto, Exact, AutoMerge/,
        );
        return true;
      },
    );
  });

  it("refuses a plain argument that is not known yet", () => {
    assert.throws(() => readArguments({ cidrBlock: UNKNOWN }, {}), /cidrBlock is not known yet/);
  });
});

describe("simulator/vpc, values that come from resources", () => {
  it("takes dependencies from the envelopes within a value before those of the whole property", () => {
    const value = { Owner: { ...OUTPUT, value: "x", dependencies: ["urn:a"] } };
    assert.deepEqual(received(value, ["urn:b"]), { value: { Owner: "x" }, dependencies: ["urn:a"] });
    assert.deepEqual(received({ Owner: "x" }, ["urn:b"]).dependencies, ["urn:b"]);
    assert.deepEqual(received(secret("x")).value, secret("x"));
  });

  it("lays tags over each other, and knows none when one layer is unknown", () => {
    const layers = [received({ Name: "a", Owner: "a" }), received({ Owner: "b" }, ["urn:b"])];
    assert.deepEqual(layered(layers), { value: { Name: "a", Owner: "b" }, dependencies: ["urn:b"] });
    assert.equal(layered([...layers, received(UNKNOWN)]).value, UNKNOWN);
  });
});
