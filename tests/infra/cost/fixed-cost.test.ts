import * as assert from "node:assert/strict";
import * as fc from "fast-check";

import type { Declaration } from "../../../infra/core/declarations";
import { describeFixedCost, fixedCost } from "../../../infra/cost/fixed-cost";
import { classHour } from "../../../infra/cost/prices";

const thing = { family: "monitored", criticality: "standard", owner: "a-team" } as const;

function service(name: string, vcpu: number, memoryMib: number, minimum: number): Declaration {
  return {
    ...thing,
    kind: "service",
    name,
    rollbackAlarms: [],
    dimensions: { ClusterName: "c", ServiceName: name },
    sizes: { vcpu, memoryMib, minimum, maximum: minimum * 2 },
  };
}

function database(instanceClass: string, multiAz: boolean): Declaration {
  return {
    ...thing,
    kind: "database-instance",
    name: "workshop",
    dimensions: { DBInstanceIdentifier: "workshop" },
    sizes: { engine: "postgres", instanceClass, allocatedGib: 100, maximumGib: 200, multiAz },
  };
}

function authority(services: number): Declaration {
  return {
    ...thing,
    kind: "certificate-authority",
    name: "compute",
    dimensions: { PrivateCAArn: "arn:aws:acm-pca:1" },
    sizes: { services },
  };
}

const estimate = (
  declarations: readonly Declaration[],
  region: "us-east-1" | "eu-west-1" | "sa-east-1" = "us-east-1",
) => fixedCost({ declarations, region, budgetUsdPerMonth: 100 });

describe("the estimate of an environment's fixed cost", () => {
  it("counts what is charged alike in every Region by the same price everywhere, also where no other price is known", () => {
    const charged = (kind: "region-switch-plan" | "health-check", features: number): Declaration => ({
      family: "charged",
      name: "shop",
      ...{ kind, features },
    });
    const both = [charged("region-switch-plan", 0), charged("health-check", 2)];
    for (const region of ["us-east-1", "eu-west-1", "sa-east-1"] as const) {
      // 70 for the plan; half a dollar for the check, one more for HTTPS, and one for the time that it takes.
      assert.deepEqual(estimate(both, region).byThing, {
        "region-switch-plan shop": 70,
        "health-check shop": 2.5,
      });
      assert.deepEqual(estimate(both, region).unpriced, []);
    }
  });

  it("is what a calculation by hand says", () => {
    // 2 tasks × (1 × 0.03238 + 2 × 0.00356) × 730 = 57.67
    assert.equal(estimate([service("web", 1, 2048, 2)]).usdPerMonth, 57.67);
    // 2 × 0.168 × 730 + 2 × 100 × 0.115 = 268.28
    assert.equal(estimate([database("db.m7g.large", true)]).usdPerMonth, 268.28);
    // An authority, and 10 × 6.08 certificates of 0.058: what decision 9 says.
    assert.equal(estimate([authority(10)]).usdPerMonth, 53.53);
    // in eu-west-1 everything is 1.12 times as dear
    assert.equal(estimate([service("web", 1, 2048, 2)], "eu-west-1").usdPerMonth, 64.59);
  });

  it("grows with every thing, and is the sum of its parts", () => {
    const some = fc.array(fc.tuple(fc.constantFrom(0.25, 1, 4), fc.integer({ min: 1, max: 20 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(some, (sizes) => {
        const services = sizes.map(([vcpu, minimum], position) =>
          service(`s${position}`, vcpu, 1024, minimum),
        );
        const all = estimate(services);
        const parts = Object.values(all.byThing).reduce((total, usd) => total + usd, 0);
        assert.ok(Math.abs(all.usdPerMonth - parts) < 0.01);
        assert.ok(estimate(services.slice(1)).usdPerMonth <= all.usdPerMonth);
        assert.equal(all.withinBudget, all.usdPerMonth <= 100);
      }),
    );
  });

  it("names what it knows no price for, and never counts it as free", () => {
    const unknown = estimate([database("db.z9z.large", false)]);
    assert.deepEqual([unknown.usdPerMonth, unknown.unpriced], [0, ["database-instance workshop"]]);
    const elsewhere = estimate([service("web", 1, 2048, 2)], "sa-east-1");
    assert.deepEqual(elsewhere.unpriced, ["service web"]);
  });

  it("says what it leaves out, and how old its prices are", () => {
    const { leftOut, pricesAsOf } = estimate([]);
    assert.ok(leftOut.some((words) => words.includes("data transfer")));
    assert.match(pricesAsOf, /^\d{4}-\d{2}$/);
  });

  it("tells in words whether the budget holds, what is dearest and what has no price", () => {
    const beyond = describeFixedCost(estimate([database("db.m7g.large", true), service("web", 1, 2048, 2)]));
    assert.match(beyond, /^Fixed cost: 326 USD a month, BEYOND the budget of 100 USD \(prices as of/);
    assert.match(beyond, /\nDearest: database-instance workshop 268 USD, service web 58 USD; /);
    const unknown = describeFixedCost(estimate([database("db.z9z.large", false)]));
    assert.match(
      unknown,
      /within the budget.*\nNo price is known for database-instance workshop\.\nLeft out: /s,
    );
  });

  it("prices sizes as multiples of their family", () => {
    // A node of Valkey: 80 % of 0.219 USD, which one of Redis OSS costs.
    assert.equal(classHour("cache", "cache.r7g.large")?.toFixed(4), "0.1752");
    assert.equal(classHour("ec2", "m7g.small"), 0.0816 / 4);
    assert.equal(classHour("ec2", "m7g.xlarge"), 2 * 0.0816);
    assert.equal(classHour("ec2", "m7g.huge"), undefined);
  });
});
