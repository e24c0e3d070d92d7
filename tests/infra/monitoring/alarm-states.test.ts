import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { planMonitoring } from "../../../infra/monitoring/plan";
import { alarmCatalogue, entriesOf } from "../../../infra/monitoring/alarm-catalogue";
import { planObjectives } from "../../../infra/monitoring/objectives";
import { planAlarms, type PlannedAlarm } from "../../../infra/monitoring/planned-alarm";
import { otherId } from "../../../infra/core/both-groups";
import { isMet, type State, stateOf } from "./alarm-state";
import { monitoringArgs } from "./built";
import { evaluate, type Sample, type Series } from "./metric-math";
import { computed, samplesOf, type Values } from "./samples";
import { everything, kinds, otherEngines, samples, scope, shiftingGroups } from "./things";

const monday = Date.UTC(2026, 10, 2);

/** A sample in which each period has the values given for it. */
function sampleOf({ metrics, patience }: PlannedAlarm, periods: readonly Values[]): Sample {
  const series = metrics.map(({ id }): readonly [string, Series] => [
    id,
    periods.map((values) => values[id]),
  ]);
  return {
    series: Object.fromEntries(series),
    times: periods.map((_, index) => new Date(monday + index * patience.periodSeconds * 1000)),
  };
}

const repeated = (values: Values, count: number): readonly Values[] =>
  Array.from({ length: count }, () => values);

/** Troubles that silence itself is a sign of: what always measures has stopped. */
const silenceIsTrouble = [
  ...["service too-few-tasks", "service cpu", "service memory"],
  ...["fleet too-few-instances", "fleet status-check"],
  ...["target-group too-few-healthy-targets", "canary unreachable", "log-group silent", "cache engine-cpu"],
  ...["database-instance cpu", "database-instance connections", "database-instance memory"],
  ...["database-instance storage"],
];

/** Troubles of which silence says nothing: the agent, or the metric, may be new. */
const silenceIsUnknown = ["fleet volume-check", "fleet cpu", "fleet memory", "fleet disk"];

describe("the state of every alarm", () => {
  const alarms = planAlarms(scope, [...everything, ...otherEngines]);
  const seen = new Set<string>();

  for (const alarm of alarms) {
    const { thing, word, patience } = alarm;
    const title = `${thing.kind} ${word}`;
    if (seen.has(title)) continue;
    const entry = entriesOf(thing).find((each) => each.word === word);
    seen.add(title);

    describe(title, () => {
      const pair = entry && samplesOf(thing, entry);
      const { healthy = {}, failing = {} } = pair ?? {};
      const state = (periods: readonly Values[], before?: State): State =>
        stateOf(alarm, sampleOf(alarm, periods), before);

      it("has samples", () => {
        assert.ok(pair !== undefined);
      });

      it("is OK while all is well", () => {
        assert.equal(state(repeated(healthy, patience.of)), "OK");
      });

      it("is ALARM after as many bad periods as it waits for, and not before", () => {
        const bad = repeated(failing, patience.bad);
        assert.equal(state([...repeated(healthy, patience.of), ...bad]), "ALARM");
        assert.equal(state([...repeated(healthy, patience.of), ...bad.slice(1)]), "OK");
      });

      it("is OK again once all is well", () => {
        const periods = [...repeated(failing, patience.of), ...repeated(healthy, patience.of)];
        assert.equal(state(periods, "ALARM"), "OK");
      });

      it("takes silence as the table says", () => {
        const silence = state(repeated({}, patience.of));
        if (silenceIsTrouble.includes(title)) assert.equal(silence, "ALARM");
        else if (silenceIsUnknown.includes(title)) assert.equal(silence, "INSUFFICIENT_DATA");
        else assert.equal(silence, "OK");
      });
    });
  }

  it("is asked of every kind, and the tables speak of nothing else", () => {
    const all = kinds.flatMap((kind) => alarmCatalogue[kind].map(({ word }) => `${kind} ${word}`));
    assert.deepEqual(
      all.filter((title) => !seen.has(title)),
      [],
    );
    const known = [...Object.keys(computed), ...silenceIsTrouble, ...silenceIsUnknown];
    assert.deepEqual(
      known.filter((title) => !seen.has(title)),
      [],
    );
    const watched = new Set(alarms.map(({ thing }) => thing.kind));
    assert.deepEqual(
      kinds.filter((kind) => !watched.has(kind)),
      ["key", "cluster"],
    );
  });
});

describe("a workload whose requests move between two groups", () => {
  const moved = (values: Values): Values =>
    Object.fromEntries(Object.entries(values).map(([id, value]) => [otherId(id), value]));
  const alarms = planAlarms(scope, [shiftingGroups]);

  it("is watched by all that one group is watched by, and by both groups in each", () => {
    const one = planAlarms(scope, [samples["target-group"]]);
    assert.deepEqual(
      alarms.map(({ label }) => label),
      one.map(({ label }) => label),
    );
    for (const [position, { metrics }] of alarms.entries())
      assert.equal(metrics.length, 2 * (one[position]?.metrics.length ?? 0));
  });

  for (const alarm of alarms) {
    const entry = entriesOf(samples["target-group"]).find(({ word }) => word === alarm.word);
    const { healthy = {}, failing = {} } = (entry && samplesOf(samples["target-group"], entry)) ?? {};
    const state = (values: Values): State =>
      stateOf(alarm, sampleOf(alarm, repeated(values, alarm.patience.of)));

    it(`${alarm.word}: is told of by whichever group has the requests`, () => {
      assert.deepEqual([state(healthy), state(moved(healthy))], ["OK", "OK"]);
      assert.deepEqual([state(failing), state(moved(failing))], ["ALARM", "ALARM"]);
    });
  }

  it("counts both groups while a release moves from one to the other", () => {
    const stateOfWord = (word: string, values: Values): State => {
      const alarm = alarms.find((each) => each.word === word);
      assert.ok(alarm !== undefined);
      return stateOf(alarm, sampleOf(alarm, repeated(values, alarm.patience.of)));
    };
    // The sample's minimum is two: one in each group is enough, and one alone is not.
    assert.equal(stateOfWord("too-few-healthy-targets", { healthy: 1, healthyOther: 1 }), "OK");
    assert.equal(stateOfWord("too-few-healthy-targets", { healthy: 1 }), "ALARM");
    // A tenth of the requests goes to a version that answers nothing else than errors.
    const canary = { requests: 900, requestsOther: 100, errorsOther: 100 };
    assert.equal(stateOfWord("errors", canary), "ALARM");
    assert.equal(stateOfWord("errors", { ...canary, errorsOther: 4 }), "OK");
  });

  it("keeps its promises over both groups, each by how many requests it had", () => {
    const windows = planObjectives(scope, [shiftingGroups], {}).filter(
      ({ promise }) => promise === "latency",
    );
    const shares = (values: Values): readonly (number | undefined)[] =>
      windows.map((window) => evaluate(window.expression ?? "", sampleOf(window, [values]))[0]);
    for (const share of shares({ requests: 9000, good: 99, requestsOther: 1000, goodOther: 49 }))
      assert.equal(Math.round(share ?? 0), 6);
    for (const share of shares({ requestsOther: 9000, goodOther: 90 }))
      assert.equal(Math.round(share ?? 0), 10);
    assert.equal(windows.length, 4);
  });
});

describe("shares of few", () => {
  it("say nothing: one error among three requests at night calls nobody", () => {
    for (const title of ["target-group errors", "bucket refused-requests", "bucket errors"]) {
      const alarm = planAlarms(scope, everything).find(
        ({ thing, word }) => `${thing.kind} ${word}` === title,
      );
      assert.ok(alarm !== undefined);
      const few = repeated({ requests: 3, errors: 1 }, alarm.patience.of);
      assert.equal(stateOf(alarm, sampleOf(alarm, few)), "OK", title);
    }
  });
});

describe("promises that are missed", () => {
  const { alarms, composites } = planMonitoring(monitoringArgs);
  const windows = alarms.filter(({ word }) => /^(availability|latency)-/.test(word));
  const stateAt = (values: (alarm: PlannedAlarm) => Values): ReadonlyMap<string, State> =>
    new Map(windows.map((alarm) => [alarm.name, stateOf(alarm, sampleOf(alarm, [values(alarm)]))]));
  const called = (values: (alarm: PlannedAlarm) => Values): readonly string[] => {
    const states = stateAt(values);
    return composites
      .filter(({ label }) => label.startsWith("objective-"))
      .filter(({ rule }) => isMet(rule, (name) => states.get(name) ?? "OK"))
      .map(({ label }) => label);
  };
  const isLong = ({ word }: PlannedAlarm): boolean => /-(60|360)m$/.test(word);

  it("call nobody while they are kept, nor in silence, nor of few", () => {
    assert.deepEqual(
      called(() => ({ requests: 10_000, errors: 1, good: 99.9 })),
      [],
    );
    assert.deepEqual(
      called(() => ({})),
      [],
    );
    assert.deepEqual(
      called(() => ({ requests: 10, errors: 5, good: 10 })),
      [],
    );
  });

  it("call by errors, and by slowness", () => {
    const fast = ["objective-orders-fast", "objective-orders-slow"];
    assert.deepEqual(
      called(() => ({ requests: 10_000, errors: 500, good: 99.9 })),
      fast,
    );
    assert.deepEqual(
      called(() => ({ requests: 10_000, good: 80 })),
      fast,
    );
    // 0.8 %: more than six times 0.1 %, and less than 14.4 times.
    assert.deepEqual(
      called(() => ({ requests: 10_000, errors: 80, good: 99.9 })),
      ["objective-orders-slow"],
    );
  });

  it("call nobody for a short moment, nor for what is over", () => {
    const bad = { requests: 10_000, errors: 500, good: 99.9 };
    const good = { requests: 10_000, errors: 1, good: 99.9 };
    assert.deepEqual(
      called((alarm) => (isLong(alarm) ? good : bad)),
      [],
    );
    assert.deepEqual(
      called((alarm) => (isLong(alarm) ? bad : good)),
      [],
    );
  });
});

describe("the alarms over a workload's alarms", () => {
  it("fire with any of its outages, and with no mere risk", () => {
    const { alarms, composites } = planMonitoring(monitoringArgs);
    const unwell = composites.find(({ label }) => label === "unwell-orders");
    assert.ok(unwell !== undefined);
    for (const { name, urgency, thing } of alarms) {
      const fires = isMet(unwell.rule, (child) => (child === name ? "ALARM" : "OK"));
      assert.equal(fires, unwell.children.includes(name), name);
      if (fires) assert.equal(urgency, "outage", thing.name);
    }
    assert.equal(
      isMet(unwell.rule, () => "OK"),
      false,
    );
  });
});

describe("the heartbeat", () => {
  const { alarms } = planMonitoring(monitoringArgs);
  const beat = alarms.find(({ word }) => word === "heartbeat");

  it("beats on Mondays from 8:00 to 8:05 UTC, at no other time of the week", () => {
    assert.ok(beat !== undefined);
    const periods = repeated({ clock: 17 }, (7 * 24 * 3600) / 300);
    const sample = sampleOf(beat, periods);
    const beats = evaluate(beat.expression ?? "", sample).flatMap((value, index) =>
      value === 1 ? [sample.times[index]?.toISOString()] : [],
    );
    assert.deepEqual(beats, ["2026-11-02T08:00:00.000Z"]);
  });

  it("does not beat where nothing is measured, so that a broken way shows", () => {
    assert.ok(beat !== undefined);
    assert.equal(stateOf(beat, sampleOf(beat, [{}])), "OK");
  });
});

describe("metric math", () => {
  const at = (expression: string, values: Values): number | undefined =>
    evaluate(expression, {
      series: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, [value]])),
      times: [new Date(monday)],
    })[0];

  it("computes as arithmetic does", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 }), (a, b) => {
        assert.equal(at("a + b * 2 - 3", { a, b }), a + b * 2 - 3);
        assert.equal(at("(a + b) / b", { a, b }), (a + b) / b);
        assert.equal(at("IF(a >= b, a, b)", { a, b }), Math.max(a, b));
        assert.equal(at("MAX([a, b])", { a, b }), Math.max(a, b));
        assert.equal(at("a > b OR a < b AND b > 0", { a, b }), Number(a !== b));
      }),
    );
  });

  it("has no value where a part has none, or a divisor is zero", () => {
    const sample: Sample = {
      series: { a: [1, undefined], b: [0, 2] },
      times: [new Date(0), new Date(60_000)],
    };
    assert.deepEqual(evaluate("a + b", sample), [1, undefined]);
    assert.deepEqual(evaluate("a / b", sample), [undefined, undefined]);
    assert.deepEqual(evaluate("FILL(a, 7) + b", sample), [1, 9]);
    assert.deepEqual(evaluate("MIN([a, b])", sample), [0, 2]);
  });

  it("refuses what it does not know, rather than guess", () => {
    for (const expression of ["a +", "STDDEV(a)", "c", "a ? 1 : 2", "(a", "a b"]) {
      assert.throws(() => at(expression, { a: 1 }), /expression/, expression);
    }
  });

  it("knows every expression of the catalogue, whatever the thing", () => {
    for (const kind of kinds) {
      for (const entry of entriesOf(samples[kind])) {
        const expression = entry.expression?.(samples[kind]);
        if (expression === undefined) continue;
        const values = Object.fromEntries(entry.metrics(samples[kind]).map(({ id }) => [id, 1]));
        assert.notEqual(at(expression, values), undefined, `${kind} ${entry.word}`);
      }
    }
  });
});
