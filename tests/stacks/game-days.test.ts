import * as assert from "node:assert/strict";

import { experimentWords } from "../../infra/operations/settings";
import type { Simulation } from "../../simulator/mocks";
import { text } from "../simulator/text";
import { configurationOf, deployedStack, run } from "./program";

const templateType = "aws:fis/experimentTemplate:ExperimentTemplate";
const scheduleType = "aws:scheduler/schedule:Schedule";

interface Stop {
  readonly source: string;
  readonly value: string;
}

const enabled = (simulation: Simulation): readonly string[] =>
  simulation
    .ofType(scheduleType)
    .filter(({ inputs }) => inputs.state !== "DISABLED")
    .map(({ name }) => name)
    .sort();

describe("the game days of environments", function () {
  this.timeout(600_000);
  for (const stack of ["dev", "preprod", "prod"]) {
    it(`are there in ${stack}, are off, and would stop by alarms of the front door that call somebody`, async () => {
      const simulation = await deployedStack(stack);
      const templates = simulation.ofType(templateType);
      assert.equal(templates.length, experimentWords.length);
      assert.equal(simulation.ofType(scheduleType).length, experimentWords.length);
      assert.deepEqual(enabled(simulation), []);
      const alarms = new Map(
        simulation
          .ofType("aws:cloudwatch/metricAlarm:MetricAlarm")
          .map((alarm) => [text(alarm.outputs.arn), alarm]),
      );
      for (const { inputs } of templates) {
        // Simulated inputs are known as JSON alone.
        const stops = inputs.stopConditions as unknown as readonly Stop[];
        assert.equal(stops.length, 5);
        for (const { source, value } of stops) {
          assert.equal(source, "aws:cloudwatch:alarm");
          assert.match(JSON.stringify(alarms.get(value)?.inputs.alarmActions ?? []), /:sns:/, value);
        }
      }
    });
  }

  it("take place where the size table says so, without a thing more or less", async () => {
    const configuration = configurationOf("preprod");
    const operations = JSON.parse(configuration["platform:operations"] ?? "{}") as object;
    const day = { day: "wednesday", time: "10:00", timezone: "Europe/Madrid" };
    const experiments = { "lose-task": { ...day, week: 1 }, "restart-database": { ...day, week: 3 } };
    const asked = JSON.stringify({ ...operations, gameDays: { experiments } });
    const [simulation] = await run("preprod", { ...configuration, "platform:operations": asked });
    const things = (of: Simulation): readonly string[] =>
      of
        .resources()
        .map(({ type, name }) => `${type} ${name}`)
        .sort();
    assert.deepEqual(things(simulation), things(await deployedStack("preprod")));
    assert.deepEqual(enabled(simulation), [
      "operations-game-day-lose-task",
      "operations-game-day-restart-database",
    ]);
  });
});
