import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";

import { Network } from "../../../infra/network";
import { simulate, type SimulatedResource } from "../../../simulator/mocks";
import { buildAll, always, of, subnetType, type Case, type BuiltNetwork, networkArgs } from "./built";

describe("a network", function () {
  this.timeout(240_000);
  before(buildAll);

  it(
    "puts everything on the one provider it was given",
    always((simulation) => {
      const managed = simulation.resources().filter(({ custom, type }) => custom && type.startsWith("aws:"));
      assert.ok(managed.length > 80);
      assert.deepEqual(
        [...new Set(managed.map(({ provider }) => provider.split("::").slice(-2)[0]))],
        ["aws"],
      );
    }),
  );

  it("only adds when a zone is added", () => {
    const before = of("a small one").simulation;
    const after = of("one more zone").simulation;
    const now = new Map(after.resources().map((resource) => [resource.urn, resource]));
    for (const { urn, type, name, inputs } of before.resources()) {
      const same = now.get(urn);
      assert.ok(same !== undefined, `${name} is gone`);
      if (type !== subnetType) continue;
      const place = ({ cidrBlock, availabilityZoneId }: SimulatedResource["inputs"]): unknown[] => [
        cidrBlock,
        availabilityZoneId,
      ];
      assert.deepEqual(place(same.inputs), place(inputs));
    }
    assert.ok(after.resources().length > before.resources().length);
  });

  it("only adds when a tier is added", () => {
    const without = of("closed, without data stores").simulation;
    const urns = new Set(
      of("one more zone")
        .simulation.resources()
        .map(({ urn }) => urn),
    );
    assert.deepEqual(
      without.resources().flatMap(({ urn, name }) => (urns.has(urn) ? [] : [name])),
      [],
    );
  });

  it("protects the VPC, its subnets and its addresses where asked to", () => {
    const protectedTypes = (name: Case): string[] =>
      [
        ...new Set(
          of(name)
            .simulation.resources()
            .filter((r) => r.protect)
            .map(({ type }) => type),
        ),
      ].sort();
    assert.deepEqual(protectedTypes("one more zone"), []);
    for (const type of ["aws:ec2/vpc:Vpc", subnetType, "aws:ec2/eip:Eip"]) {
      assert.ok(protectedTypes("the largest").includes(type), type);
    }
  });

  it("has the same things in environments of the same words, whatever their sizes", () => {
    const things = ({ simulation }: BuiltNetwork): string[] =>
      [...new Set(simulation.resources().map(({ type }) => type))].sort();
    assert.deepEqual(things(of("the largest")), things(of("a small one")));
  });

  it("tells other layers where to place things, in plain values but for ids", () => {
    const { placement } = of("one more zone").network;
    assert.equal(placement.vpcCidr, "10.20.0.0/16");
    assert.deepEqual(
      placement.subnets.app.map(({ zoneId, cidr }) => [zoneId, cidr]),
      [
        ["euw1-az1", "10.20.64.0/21"],
        ["euw1-az2", "10.20.72.0/21"],
        ["euw1-az3", "10.20.80.0/21"],
      ],
    );
    assert.deepEqual(of("closed, without data stores").network.placement.subnets.data, []);
  });

  it("says which way to AWS's services costs less", () => {
    assert.equal(of("one more zone").network.natBreakEven.cheaper, "NAT gateways");
  });

  it("refuses what it cannot build, all at once, before anything is registered", async () => {
    const simulation = simulate({ project: "platform", stack: "test" });
    const provider = new aws.Provider("aws", { region: "eu-west-1" });
    assert.throws(
      () =>
        new Network(
          "network",
          { ...networkArgs, cidr: "10.20.0.1/16", zones: [] },
          { providers: [provider] },
        ),
      /^Error: network "network": 3 mistakes in its arguments\n {2}cidr: .*\n {2}zones: .*\n {2}endpoints\.zones: /,
    );
    await simulation.settled();
    assert.deepEqual(
      simulation.resources().filter(({ type }) => !type.startsWith("pulumi:")),
      [],
    );
  });
});
