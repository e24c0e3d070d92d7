import * as assert from "node:assert/strict";

import { ofFamily } from "../../../infra/core/declarations";
import { always, buildAll, of } from "./built";

describe("what a compute layer says about itself", function () {
  this.timeout(240_000);
  before(buildAll);

  it(
    "is the same of services and fleets: each is watched, logged, and has a capacity",
    always(({ compute, args }) => {
      const names = [...Object.keys(args.catalogue.services), ...Object.keys(args.catalogue.fleets)].sort();
      const monitored = ofFamily(compute.declarations, "monitored");
      const of = (kind: string): readonly string[] =>
        monitored.filter((thing) => thing.kind === kind).map(({ name }) => name);
      assert.deepEqual([...of("service"), ...of("fleet")].sort(), names);
      assert.deepEqual(
        ofFamily(compute.declarations, "capacity")
          .map(({ name }) => name)
          .sort(),
        names,
      );
      for (const name of names) assert.ok(of("log-group").includes(`/dev/workload/${name}`), name);
    }),
  );

  it(
    "names alarms, log groups and keys that are there",
    always(({ compute, simulation }) => {
      const existing = new Set(simulation.resources().map(({ inputs }) => inputs.name));
      for (const thing of ofFamily(compute.declarations, "monitored")) {
        if (thing.kind === "log-group") assert.ok(existing.has(thing.name), thing.name);
        if (thing.kind !== "service" && thing.kind !== "fleet") continue;
        assert.ok(thing.rollbackAlarms.length > 0, thing.name);
        for (const alarm of thing.rollbackAlarms) assert.ok(existing.has(alarm), alarm);
      }
    }),
  );

  it(
    "has each call from service to service watched where it is made, in the name of who answers it",
    always(({ compute, args, simulation }) => {
      const { services } = args.catalogue;
      const wanted = Object.entries(services).flatMap(([caller, { calls = [] }]) =>
        calls.filter((callee) => Object.hasOwn(services, callee)).map((callee) => `${caller}_${callee}`),
      );
      const found = ofFamily(compute.declarations, "monitored").flatMap((thing) =>
        thing.kind === "call" ? [thing] : [],
      );
      assert.deepEqual(found.map(({ name }) => name).sort(), wanted.sort());
      assert.ok(found.length > 0);
      const named = new Set(simulation.ofType("aws:ecs/service:Service").map(({ inputs }) => inputs.name));
      for (const { name, workload, owner, dimensions, sizes } of found) {
        const callee = services[dimensions.TargetDiscoveryName];
        assert.equal(name, `${workload}_${dimensions.TargetDiscoveryName}`);
        assert.deepEqual(
          [owner, sizes.latencyObjectiveMs],
          [callee?.owner, callee?.latencyObjectiveMs],
          name,
        );
        assert.equal(dimensions.ServiceName, `dev-${workload}`);
        assert.ok(named.has(`dev-${workload}`));
      }
    }),
  );

  it(
    "has a flow for each way that a security group opens to another one",
    always(({ compute, simulation }) => {
      const flows = ofFamily(compute.declarations, "flow")
        .filter(({ from, to }) => from.kind === "component" && to.kind === "component")
        .filter(
          ({ to, port }) => !(port === 443 && to.kind === "component" && to.name === "compute-front-door"),
        );
      const ways = simulation
        .ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
        .filter(({ inputs }) => inputs.referencedSecurityGroupId !== undefined);
      assert.equal(flows.length, ways.length);
    }),
  );

  it("says honestly where traffic is not encrypted", () => {
    const plainCalls = (name: "small" | "plain"): number =>
      ofFamily(of(name).compute.declarations, "flow").filter(
        ({ port, encryption }) => port === 10443 && encryption.kind === "none",
      ).length;
    assert.equal(plainCalls("small"), 0);
    assert.ok(plainCalls("plain") > 0);
    const behind = ofFamily(of("small").compute.declarations, "flow").filter(
      ({ from, to }) =>
        from.kind === "component" && from.name === "compute-front-door" && to.kind === "component",
    );
    assert.equal(behind.length, 7);
    assert.ok(behind.every(({ encryption }) => encryption.kind === "none"));
  });

  it("claims service-to-service encryption only where there is one", () => {
    const claims = (name: "small" | "plain"): boolean =>
      ofFamily(of(name).compute.declarations, "answers").some(({ how }) => how.includes("TLS 1.3"));
    assert.deepEqual([claims("small"), claims("plain")], [true, false]);
  });

  it("has the authority of services' certificates watched where there is one, and priced by who asks it", () => {
    const authorities = (name: "small" | "plain") =>
      ofFamily(of(name).compute.declarations, "monitored").flatMap((thing) =>
        thing.kind === "certificate-authority" ? [thing.sizes.services] : [],
      );
    const services = Object.keys(of("small").args.catalogue.services).length;
    assert.deepEqual([authorities("small"), authorities("plain")], [[services], []]);
  });

  it("counts quotas for the largest that may run", () => {
    const used = (code: string): number | undefined =>
      ofFamily(of("large").compute.declarations, "quotaUse").find(({ quotaCode }) => quotaCode === code)
        ?.count;
    assert.equal(used("L-3032A538"), 10 * 40 * 2);
    assert.equal(used("L-36FBB829"), undefined);
    assert.equal(used("L-1216C47A"), 2 * 12 * 4);
  });
});
