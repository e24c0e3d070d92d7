import * as assert from "node:assert/strict";
import * as fc from "fast-check";

import { EnvironmentBudgets, type EnvironmentBudgetsArgs } from "../../../infra/cost";
import { budgetProblems, serviceBudgets } from "../../../infra/cost/settings";
import { type Simulation, simulate } from "../../../simulator/mocks";

const args: EnvironmentBudgetsArgs = {
  scope: { environment: "dev", accountId: "111122223333", region: "eu-west-1" },
  services: ["web", "orders"],
  sizes: { emails: ["team@example.com"], monthlyUsd: 1000, dailyUsd: 50, services: { web: 300 } },
};

async function built(differences: Partial<EnvironmentBudgetsArgs> = {}): Promise<Simulation> {
  const simulation = simulate({ accountId: "111122223333" });
  await simulation.run(() => new EnvironmentBudgets("budgets", { ...args, ...differences }));
  return simulation;
}

const type = "aws:budgets/budget:Budget";

interface Notification {
  readonly notificationType: string;
  readonly threshold: number;
  readonly subscriberEmailAddresses: readonly string[];
}

describe("the budgets of an environment", () => {
  it("are one of the month, one of the day, and one of each service", async () => {
    const budgets = (await built()).ofType(type);
    assert.deepEqual(
      [...budgets]
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ name, inputs }) => [name, inputs.timeUnit, inputs.limitAmount]),
      [
        ["budgets", "MONTHLY", "1000.00"],
        ["budgets-daily", "DAILY", "50.00"],
        ["budgets-orders", "MONTHLY", "500.00"],
        ["budgets-web", "MONTHLY", "300.00"],
      ],
    );
  });

  it("tell at 50, 80 and 100 % spent, and of a month forecast beyond", async () => {
    for (const { name, inputs } of (await built()).ofType(type)) {
      // What the program registered is what it was given, by AWS's own names.
      const notifications = JSON.parse(JSON.stringify(inputs.notifications)) as readonly Notification[];
      const told = notifications.map(({ notificationType, threshold }) => [notificationType, threshold]);
      const forecast = inputs.timeUnit === "MONTHLY" ? [["FORECASTED", 100]] : [];
      assert.deepEqual(told, [["ACTUAL", 50], ["ACTUAL", 80], ["ACTUAL", 100], ...forecast], name);
    }
  });

  it("see the environment's cost alone, and a service's own", async () => {
    const simulation = await built();
    const environment = { tags: { key: "Environment", values: ["dev"], matchOptions: ["EQUALS"] } };
    assert.deepEqual(simulation.inputsOf(type, "budgets").filterExpression, environment);
    const service = { tags: { key: "Service", values: ["web"], matchOptions: ["EQUALS"] } };
    assert.deepEqual(simulation.inputsOf(type, "budgets-web").filterExpression, {
      ands: [environment, service],
    });
  });

  it("are the same resources at every size", async () => {
    const names = async (sizes: EnvironmentBudgetsArgs["sizes"]) =>
      (await built({ sizes })).resources().map(({ name }) => name);
    assert.deepEqual(
      await names({ ...args.sizes, monthlyUsd: 90_000, services: {} }),
      await names(args.sizes),
    );
  });

  it("give every service a share, and never more than the environment has where none is said", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 100_000 }),
        (count, monthlyUsd) => {
          const services = Array.from({ length: count }, (_, position) => `s${position}`);
          const budgets = Object.values(
            serviceBudgets({ services, sizes: { ...args.sizes, monthlyUsd, services: {} } }),
          );
          assert.equal(budgets.length, count);
          assert.ok(budgets.every((usd) => usd > 0));
          assert.ok(budgets.reduce((total, usd) => total + usd, 0) <= monthlyUsd + 1e-6);
        },
      ),
    );
  });

  const refusals: readonly [string, Partial<EnvironmentBudgetsArgs["sizes"]>, string, RegExp][] = [
    ["of nothing", { monthlyUsd: 0, dailyUsd: 0.01, services: {} }, "sizes.monthlyUsd", /more than 0/],
    ["of a day beyond the month's", { dailyUsd: 1001 }, "sizes.dailyUsd", /at most 1000/],
    [
      "of a service beyond the environment's",
      { services: { web: 1001 } },
      "sizes.services.web",
      /at most 1000/,
    ],
    ["of an unknown service", { services: { shop: 1 } }, "sizes.services.shop", /web, orders/],
  ];
  for (const [what, sizes, path, allowed] of refusals) {
    it(`refuse one ${what}`, () => {
      const found = budgetProblems({ ...args, sizes: { ...args.sizes, ...sizes } });
      const problem = found.find((candidate) => candidate.path.join(".") === path);
      assert.match(problem?.allowed ?? "", allowed);
      simulate();
      assert.throws(
        () => new EnvironmentBudgets("b", { ...args, sizes: { ...args.sizes, ...sizes } }),
        /budgets "b"/,
      );
    });
  }
});
