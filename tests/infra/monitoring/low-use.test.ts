import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { fargateCpus, fargateMemories } from "../../../infra/compute/fargate-sizes";
import { rightSize } from "../../../infra/compute/right-sizing";
import { planAlarms } from "../../../infra/monitoring/planned-alarm";
import { stateOf } from "./alarm-state";
import { samples, scope } from "./things";

const { service } = samples;

/** State of the digest's alarm of a service, after a week in which it used so much. */
function stateAfterWeek(size: { cpu: number; memoryMib: number }, values: { cpu: number; memory: number }) {
  const sizes = { ...service.sizes, vcpu: size.cpu / 1024, memoryMib: size.memoryMib };
  const alarm = planAlarms(scope, [{ ...service, sizes }]).find(({ word }) => word === "low-use");
  assert.ok(alarm !== undefined);
  const days = Array.from({ length: alarm.patience.of }, (_, day) => new Date(Date.UTC(2026, 10, 2 + day)));
  const series = { cpu: days.map(() => values.cpu), memory: days.map(() => values.memory) };
  return { alarm, state: stateOf(alarm, { series, times: days }) };
}

const anySize = fc
  .constantFrom(...fargateCpus)
  .chain((cpu) => fc.constantFrom(...fargateMemories(cpu)).map((memoryMib) => ({ cpu, memoryMib })));
const percent = fc.integer({ min: 2, max: 100 });

describe("the digest of low use", () => {
  it("tells of a service only where a smaller size does, and is quiet where there is none", () => {
    fc.assert(
      fc.property(anySize, percent, percent, (size, cpu, memory) => {
        const { state } = stateAfterWeek(size, { cpu, memory });
        if (state !== "ALARM") return;
        const proposed = rightSize(size, { cpuPercent: cpu, memoryPercent: memory });
        assert.ok(
          proposed.cpu < size.cpu || proposed.memoryMib < size.memoryMib,
          JSON.stringify({ size, proposed }),
        );
      }),
    );
  });

  it("tells of every service that half the size would do for, where half the size is offered", () => {
    for (const { cpu, memoryMib } of [
      { cpu: 1024, memoryMib: 2048 },
      { cpu: 4096, memoryMib: 8192 },
    ]) {
      assert.equal(stateAfterWeek({ cpu, memoryMib }, { cpu: 29, memory: 37 }).state, "ALARM");
      assert.equal(stateAfterWeek({ cpu, memoryMib }, { cpu: 31, memory: 10 }).state, "OK");
      assert.equal(stateAfterWeek({ cpu, memoryMib }, { cpu: 10, memory: 38 }).state, "OK");
    }
  });

  it("calls nobody: it is told with the notices, and looks back a week", () => {
    const { alarm } = stateAfterWeek({ cpu: 1024, memoryMib: 2048 }, { cpu: 5, memory: 5 });
    assert.equal(alarm.tells, "notice");
    assert.equal(alarm.runbook, "review-monthly-cost");
    assert.equal(alarm.patience.periodSeconds * alarm.patience.of, 7 * 86_400);
  });
});
