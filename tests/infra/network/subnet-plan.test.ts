import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { addressCount, contains, formatCidr, overlaps, parseCidr } from "../../../infra/core/cidr";
import { type Tier, tiers } from "../../../infra/core/placement";
import { isRegion, regions, zoneIdsOf } from "../../../infra/core/region";
import {
  planSubnets,
  type SubnetPlan,
  subnetPlanProblems,
  type SubnetPlanRequest,
  usualTierBlock,
  zoneSlots,
} from "../../../infra/network/subnet-plan";

const vpcs = fc
  .record({ prefix: fc.integer({ min: 16, max: 19 }), seed: fc.nat(2 ** 12 - 1) })
  .map(({ prefix, seed }) => formatCidr({ version: 4, prefix, first: (10n << 24n) + (BigInt(seed) << 16n) }));

const requests: fc.Arbitrary<SubnetPlanRequest> = fc.constantFrom(...regions).chain((region) =>
  fc.record({
    cidr: vpcs,
    region: fc.constant(region),
    zoneIds: fc.shuffledSubarray([...zoneIdsOf(region)], { minLength: 1 }),
  }),
);

const subnets = (plan: SubnetPlan): Map<string, string> =>
  new Map(
    plan.tiers.flatMap(({ tier, subnets: planned }) =>
      planned.map(({ zoneId, cidr, ipv6Index }): [string, string] => [
        `${tier} ${zoneId}`,
        `${cidr} ${ipv6Index}`,
      ]),
    ),
  );

const kept = (before: SubnetPlan, after: SubnetPlan): void => {
  const now = subnets(after);
  for (const [place, address] of subnets(before)) assert.equal(now.get(place), address);
};

const dublin = (changes: Partial<SubnetPlanRequest> = {}): SubnetPlanRequest => ({
  cidr: "10.20.0.0/16",
  region: "eu-west-1",
  zoneIds: ["euw1-az1", "euw1-az2"],
  ...changes,
});

const problemsOf = (changes: Partial<SubnetPlanRequest>): string[] =>
  subnetPlanProblems(dublin(changes)).map(({ path, allowed }) => `${path.join(".")}: ${allowed}`);

describe("the subnet plan", () => {
  it("gives each tier one subnet in each zone", () => {
    fc.assert(
      fc.property(requests, (request) => {
        assert.equal(subnets(planSubnets(request)).size, tiers.length * request.zoneIds.length);
      }),
    );
  });

  it("keeps every subnet inside the VPC and apart from all others", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const ranges = planSubnets(request).tiers.flatMap((tier) =>
          tier.subnets.map(({ cidr }) => parseCidr(cidr)),
        );
        for (const [position, range] of ranges.entries()) {
          assert.ok(contains(parseCidr(request.cidr), range));
          assert.ok(!ranges.slice(0, position).some((earlier) => overlaps(earlier, range)));
        }
      }),
    );
  });

  it("gives every subnet an IPv6 range of its own, inside its tier's", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const plan = planSubnets(request);
        const indexes = plan.tiers.flatMap((tier) => tier.subnets.map(({ ipv6Index }) => ipv6Index));
        assert.equal(new Set(indexes).size, indexes.length);
        for (const tier of plan.tiers) {
          for (const { ipv6Index } of tier.subnets) {
            assert.equal(Math.floor(ipv6Index / zoneSlots), tier.ipv6BlockIndex);
          }
        }
      }),
    );
  });

  it("leaves at least half of the range unassigned", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const used = planSubnets(request).tiers.reduce(
          (sum, { block }) => sum + addressCount(parseCidr(block)),
          0n,
        );
        assert.ok(used * 2n <= addressCount(parseCidr(request.cidr)));
      }),
    );
  });

  it("keeps every address when a zone is added", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const fewer = { ...request, zoneIds: request.zoneIds.slice(0, -1) };
        if (fewer.zoneIds.length > 0) kept(planSubnets(fewer), planSubnets(request));
      }),
    );
  });

  it("keeps every address when a tier is added", () => {
    fc.assert(
      fc.property(requests, fc.subarray([...tiers], { minLength: 1 }), (request, some) => {
        const vpc = parseCidr(request.cidr);
        const blocksOf = (chosen: readonly Tier[]): Partial<Record<Tier, string>> =>
          Object.fromEntries(chosen.map((tier) => [tier, formatCidr(usualTierBlock(vpc, tier))]));
        kept(planSubnets({ ...request, tierBlocks: blocksOf(some) }), planSubnets(request));
      }),
    );
  });

  it("reads in addresses as an operator would expect", () => {
    assert.deepEqual(
      planSubnets(dublin()).tiers.map(({ tier, block, subnets: planned }) => [tier, block, planned[1]?.cidr]),
      [
        ["public", "10.20.0.0/21", "10.20.1.0/24"],
        ["app", "10.20.64.0/18", "10.20.72.0/21"],
        ["data", "10.20.16.0/20", "10.20.18.0/23"],
        ["endpoints", "10.20.8.0/21", "10.20.9.0/24"],
      ],
    );
  });

  it("refuses a VPC range that AWS would refuse", () => {
    assert.match(problemsOf({ cidr: "10.20.0.0/15" })[0] ?? "", /^cidr: a range from \/16 to \/28/);
    assert.match(
      problemsOf({ cidr: "10.20.0.1/16" })[0] ?? "",
      /^cidr: a range that begins .* 10\.20\.0\.0\/16/,
    );
    assert.match(problemsOf({ cidr: "2001:db8::/56" })[0] ?? "", /^cidr: an IPv4 range/);
  });

  it("refuses a VPC range too small for the tiers' usual shares", () => {
    assert.deepEqual(problemsOf({ cidr: "10.20.0.0/20" }), [
      "cidr: a range of /19 or larger, or tierBlocks that fit into it",
    ]);
    assert.deepEqual(problemsOf({ cidr: "10.20.0.0/19" }), []);
  });

  it("refuses zones that are unknown, given twice, or none", () => {
    assert.deepEqual(problemsOf({ zoneIds: ["euw1-az1", "eu-west-1b", "euw1-az1"] }), [
      "zones.1.id: zones of eu-west-1: euw1-az1, euw1-az2, euw1-az3",
      "zones.2.id: each zone once",
    ]);
    assert.match(problemsOf({ zoneIds: [] })[0] ?? "", /^zones: at least one of/);
  });

  it("reports every unfit range of a tier at once", () => {
    assert.deepEqual(
      problemsOf({
        tierBlocks: { public: "10.21.0.0/21", app: "10.20.64.0/26", data: "10.20.64.0/20" },
      }),
      [
        "tierBlocks.public: a range inside the VPC's 10.20.0.0/16",
        "tierBlocks.app: a range of /25 or larger: its 8 subnets, one for each zone there may be, are at least /28",
        "tierBlocks.data: a range apart from that of app, 10.20.64.0/26",
      ],
    );
    assert.match(
      problemsOf({ tierBlocks: { app: "10.20.64.1/18" } })[0] ?? "",
      /^tierBlocks.app: a range that begins/,
    );
  });

  it("refuses ranges that leave less than half for growth", () => {
    const tierBlocks = { app: "10.20.0.0/17", data: "10.20.128.0/20" };
    assert.deepEqual(problemsOf({ tierBlocks }), [
      "tierBlocks: ranges that leave at least half of 10.20.0.0/16 for growth",
    ]);
    assert.deepEqual(problemsOf({ tierBlocks: { app: "10.20.0.0/17" } }), []);
  });

  it("throws what it would report", () => {
    assert.throws(() => planSubnets(dublin({ cidr: "x", zoneIds: [] })), /cidr: .*\nzones: /);
  });

  it("has room for the zones of every Region", () => {
    for (const region of regions.filter(isRegion)) assert.ok(zoneIdsOf(region).length <= zoneSlots);
  });
});
