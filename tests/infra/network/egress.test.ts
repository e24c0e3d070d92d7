import * as assert from "node:assert/strict";

import { buildAll, of, routesOf, type Case } from "./built";

describe("the way out", function () {
  this.timeout(240_000);
  before(buildAll);

  it("leads out of the app tier as the mode says", () => {
    const ways = (name: Case): string[] =>
      routesOf(of(name).simulation, "app").map(({ inputs }) =>
        inputs.natGatewayId === undefined ? "egress-only" : "nat",
      );
    const gateways = (name: Case): number =>
      of(name).simulation.ofType("aws:ec2/natGateway:NatGateway").length;
    assert.deepEqual([ways("one more zone"), gateways("one more zone")], [["nat", "nat", "nat"], 1]);
    assert.deepEqual([ways("the largest"), gateways("the largest")], [["nat", "nat", "nat"], 3]);
    assert.equal(
      new Set(routesOf(of("the largest").simulation, "app").map((r) => r.inputs.natGatewayId)).size,
      3,
    );
    assert.deepEqual([ways("closed, without data stores"), gateways("closed, without data stores")], [[], 0]);
    assert.equal(gateways("regional and dual-stack"), 1);
    assert.deepEqual(ways("regional and dual-stack").sort(), [
      ...["egress-only", "egress-only", "egress-only"],
      ...["nat", "nat", "nat"],
    ]);
  });

  it("spreads a regional gateway over the VPC, with addresses that are AWS's to pick", () => {
    const { simulation } = of("regional and dual-stack");
    const { inputs } = simulation.resource("aws:ec2/natGateway:NatGateway", "network-egress");
    assert.deepEqual(
      [inputs.availabilityMode, inputs.subnetId, inputs.allocationId],
      ["regional", undefined, undefined],
    );
    assert.deepEqual(simulation.ofType("aws:ec2/eip:Eip"), []);
  });

  it("keeps the names of routes whatever the mode, so that changing it updates them", () => {
    const names = (name: Case): string[] =>
      routesOf(of(name).simulation, "app")
        .filter(({ inputs }) => inputs.natGatewayId !== undefined)
        .map(({ urn }) => urn)
        .sort();
    assert.deepEqual(names("the largest"), names("one more zone"));
    assert.deepEqual(names("regional and dual-stack"), names("one more zone"));
  });
});
