import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { type BreakEvenRequest, natBreakEven } from "../../../infra/network/nat-break-even";
import { natModes } from "../../../infra/network/nat-mode";
import { networkPrices, pricedRegions } from "../../../infra/network/prices";

const requests: fc.Arbitrary<BreakEvenRequest> = fc.record({
  traffic: fc.record({
    awsServicesGbPerMonth: fc.nat(100_000),
    internetGbPerMonth: fc.constantFrom(0, 1, 5_000),
  }),
  nat: fc.constantFrom(...natModes),
  zones: fc.integer({ min: 1, max: 6 }),
  endpoints: fc.integer({ min: 1, max: 20 }),
  endpointZones: fc.integer({ min: 1, max: 6 }),
  prices: fc.constantFrom(...pricedRegions).map(networkPrices),
});

const at = (request: BreakEvenRequest, awsServicesGbPerMonth: number): BreakEvenRequest => ({
  ...request,
  traffic: { ...request.traffic, awsServicesGbPerMonth },
});

const dublin: BreakEvenRequest = {
  traffic: { awsServicesGbPerMonth: 6000, internetGbPerMonth: 1500 },
  nat: "per-zone",
  zones: 3,
  endpoints: 20,
  endpointZones: 3,
  prices: networkPrices("eu-west-1"),
};

describe("NAT gateways against interface endpoints", () => {
  it("turns at the break-even: endpoints cost less above it and not below", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { breakEvenGbPerMonth: turn } = natBreakEven(request);
        assert.equal(natBreakEven(at(request, turn + 1)).cheaper, "interface endpoints");
        if (turn > 0) assert.equal(natBreakEven(at(request, turn - 1)).cheaper, "NAT gateways");
      }),
    );
  });

  it("names the way whose cost is the lower", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { cheaper, endpointsUsdPerMonth, natUsdPerMonth } = natBreakEven(request);
        const endpointsWin = cheaper === "interface endpoints";
        assert.ok(
          endpointsWin ? endpointsUsdPerMonth <= natUsdPerMonth : natUsdPerMonth <= endpointsUsdPerMonth,
        );
      }),
    );
  });

  it("never gets cheaper with more traffic, zones or endpoints", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const now = natBreakEven(request).configuredUsdPerMonth;
        const { traffic, zones, endpoints } = request;
        for (const more of [
          at(request, traffic.awsServicesGbPerMonth + 100),
          { ...request, zones: zones + 1 },
          { ...request, endpoints: endpoints + 1 },
        ]) {
          assert.ok(natBreakEven(more).configuredUsdPerMonth >= now);
        }
      }),
    );
  });

  it("moves further away with each endpoint and each of its zones", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { breakEvenGbPerMonth } = natBreakEven(request);
        for (const more of [
          { ...request, endpoints: request.endpoints + 1 },
          { ...request, endpointZones: request.endpointZones + 1 },
        ]) {
          assert.ok(natBreakEven(more).breakEvenGbPerMonth >= breakEvenGbPerMonth);
        }
      }),
    );
  });

  it("is reckoned as by hand for three zones in Ireland", () => {
    // 20 endpoints × 3 zones × 0.011 × 730 h = 481.80; 6,000 GB × 0.01 = 60; 6,000 GB × 0.048 = 288;
    // 481.80 ÷ (0.048 − 0.01) = 12,678.9 GB; 3 gateways × (0.048 + 0.005) × 730 h = 116.07; 1,500 GB × 0.048 = 72
    assert.deepEqual(natBreakEven(dublin), {
      cheaper: "NAT gateways",
      endpointsUsdPerMonth: 541.8,
      natUsdPerMonth: 288,
      breakEvenGbPerMonth: 12_679,
      configuredUsdPerMonth: 729.87,
      pricesAsOf: "2025-10-01",
    });
  });

  it("counts the gateways' hours against them where nothing else needs them", () => {
    const withoutInternet = { ...dublin, traffic: { ...dublin.traffic, internetGbPerMonth: 0 } };
    assert.equal(natBreakEven(withoutInternet).natUsdPerMonth, 404.07);
    assert.equal(natBreakEven({ ...withoutInternet, nat: "none" }).natUsdPerMonth, 326.69);
  });

  it("costs nothing where there is neither", () => {
    assert.equal(natBreakEven({ ...dublin, nat: "none", endpoints: 0 }).configuredUsdPerMonth, 0);
  });
});
