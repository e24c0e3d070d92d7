import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { portsWithout } from "../../../infra/network/exposure";
import { type SimulatedResource } from "../../../simulator/mocks";
import { always, buildAll, of, list, subnetType, text, tierOf, type Case } from "./built";

describe("the ports without some", () => {
  it("are all others, each once", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 65535 }), { maxLength: 5 }), (ports) => {
        const ranges = portsWithout(ports).map((range) => range.split("-").map(Number) as [number, number]);
        const count = ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
        assert.equal(count, 65536 - ports.length);
        for (const [first, last] of ranges) assert.ok(!ports.some((port) => first <= port && port <= last));
      }),
    );
  });
});

describe("exposure", function () {
  this.timeout(240_000);
  before(buildAll);

  it("leaves the public tier out of the block of public access, and ways out that do not pass it", () => {
    const excluded = (name: Case): string[] =>
      of(name)
        .simulation.ofType("aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion")
        .map((exclusion) => `${exclusion.name} ${text(exclusion, "internetGatewayExclusionMode")}`)
        .sort();
    assert.deepEqual(excluded("a small one"), [
      "network-exposure-public-euw1-az1 allow-bidirectional",
      "network-exposure-public-euw1-az2 allow-bidirectional",
    ]);
    const regional = excluded("regional and dual-stack");
    assert.equal(regional.filter((exclusion) => /-app-euw1-az\d allow-egress$/.test(exclusion)).length, 3);
  });

  it("refuses unencrypted traffic where asked to, except by the ways to the internet that it has", () => {
    const control = (name: Case): SimulatedResource["inputs"] =>
      of(name).simulation.inputsOf("aws:ec2/vpcEncryptionControl:VpcEncryptionControl", "network-exposure");
    assert.equal(control("a small one").mode, "monitor");
    assert.equal(control("a small one").internetGatewayExclusion, undefined);
    const { mode, internetGatewayExclusion, natGatewayExclusion, egressOnlyInternetGatewayExclusion } =
      control("the largest");
    assert.deepEqual(
      [mode, internetGatewayExclusion, natGatewayExclusion, egressOnlyInternetGatewayExclusion],
      ["enforce", "enable", "enable", "disable"],
    );
    assert.equal(control("regional and dual-stack").egressOnlyInternetGatewayExclusion, "enable");
  });

  it("asks Network Access Analyzer for paths to private tiers, to other ports, and to data stores", () => {
    const scopes = (name: Case): string[] =>
      of(name)
        .simulation.ofType("aws:ec2/networkInsightsAccessScope:NetworkInsightsAccessScope")
        .map(
          (scope) =>
            `${scope.name} ${list(scope, "matchPaths").length} ${list(scope, "excludePaths").length}`,
        )
        .sort();
    assert.deepEqual(scopes("one more zone"), [
      "network-exposure-internet-to-app 1 0",
      "network-exposure-internet-to-data 1 0",
      "network-exposure-internet-to-endpoints 1 0",
      "network-exposure-internet-to-public 2 0",
      "network-exposure-to-data 1 2",
    ]);
    assert.deepEqual(scopes("closed, without data stores"), [
      "network-exposure-internet-to-app 1 0",
      "network-exposure-internet-to-endpoints 1 0",
      "network-exposure-internet-to-public 2 0",
    ]);
  });

  it(
    "speaks of a tier by the tags that its subnets have",
    always((simulation, { environment }) => {
      const scopeTypes = simulation.ofType("aws:resourcegroups/group:Group");
      for (const tier of new Set(simulation.ofType(subnetType).map(tierOf))) {
        const group = scopeTypes.find(({ name }) => name === `network-exposure-${tier}`);
        const query = group?.inputs.resourceQuery as { query: string } | undefined;
        assert.deepEqual(JSON.parse(query?.query ?? "{}"), {
          ResourceTypeFilters: ["AWS::EC2::Subnet"],
          TagFilters: [
            { Key: "Environment", Values: [environment] },
            { Key: "Tier", Values: [tier] },
          ],
        });
      }
      for (const subnet of simulation.ofType(subnetType)) {
        assert.equal((subnet.inputs.tags as Record<string, string>).Tier, tierOf(subnet));
      }
    }),
  );
});
