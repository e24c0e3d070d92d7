import * as assert from "node:assert/strict";

import { targetDimensions } from "../../../infra/compute/rollback-alarms";
import { always, buildAll, of, shown } from "./built";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

describe("alarms that call a deployment off", function () {
  this.timeout(240_000);
  before(buildAll);

  it(
    "look at answers where there are some, and at what tasks and instances use where there are none",
    always(({ simulation, args }) => {
      const words = (name: string): readonly string[] =>
        simulation
          .ofType(ALARM)
          .flatMap((alarm) => new RegExp(`^compute-${name}-rollback-(.*)$`).exec(alarm.name)?.[1] ?? [])
          .sort();
      for (const [name, { paths }] of Object.entries(args.catalogue.services)) {
        assert.deepEqual(words(name), paths === undefined ? ["cpu", "memory"] : ["errors", "slow"], name);
      }
      assert.deepEqual(
        [words("workshop"), words("batch")],
        [
          ["errors", "slow"],
          ["cpu", "status"],
        ],
      );
    }),
  );

  it(
    "do not take silence for a fault, nor one bad minute",
    always(({ simulation }) => {
      const alarms = simulation.ofType(ALARM).filter(({ name }) => name.includes("-rollback-"));
      assert.ok(alarms.length > 0);
      for (const { name, inputs } of alarms) {
        assert.equal(inputs.treatMissingData, "notBreaching", name);
        assert.ok(Number(inputs.datapointsToAlarm) >= 2, name);
      }
    }),
  );

  it("look at the target group of their own workload", () => {
    const { simulation } = of("small");
    const suffix = simulation.resource("aws:lb/targetGroup:TargetGroup", "compute-front-door-orders").outputs
      .arnSuffix;
    for (const word of ["errors", "slow"]) {
      const queries = simulation.inputsOf(ALARM, `compute-orders-rollback-${word}`).metricQueries;
      assert.equal(JSON.stringify(queries).split(shown(suffix)).length - 1, 2);
    }
  });

  it("give answers twice the time of the workload's own objective before they are too slow", () => {
    const { simulation, args } = of("small");
    const objective = args.catalogue.services.orders?.latencyObjectiveMs ?? 0;
    assert.equal(
      simulation.inputsOf(ALARM, "compute-orders-rollback-slow").threshold,
      (2 * objective) / 1000,
    );
  });

  it("take a label apart into its two dimensions", () => {
    assert.deepEqual(targetDimensions("app/door/0123/targetgroup/orders/4567"), {
      LoadBalancer: "app/door/0123",
      TargetGroup: "targetgroup/orders/4567",
    });
  });
});
