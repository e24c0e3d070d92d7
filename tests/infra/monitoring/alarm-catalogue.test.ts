import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { runbookWords } from "../../../infra/core/runbook-words";
import { alarmCatalogue, entriesOf } from "../../../infra/monitoring/alarm-catalogue";
import { reachOf } from "../../../infra/monitoring/monitoring-problems";
import { anyOf, kinds, samples } from "./things";

const entries = kinds.flatMap((kind) =>
  entriesOf(samples[kind]).map((entry) => ({ kind, entry, title: `${kind} ${entry.word}` })),
);

/** Kinds that no metric tells anything of. */
const silent = ["key", "cluster"];

describe("the catalogue of alarms", () => {
  it("has entries for every kind that a metric tells of", () => {
    const without = kinds.filter((kind) => alarmCatalogue[kind].length === 0);
    assert.deepEqual(without, silent);
  });

  it("names each trouble once in its kind, in words that a name may have", () => {
    for (const kind of kinds) {
      const words = alarmCatalogue[kind].map(({ word }) => word);
      assert.equal(new Set(words).size, words.length, kind);
      for (const word of words) assert.match(word, /^[a-z]+(-[a-z]+)*$/);
    }
  });

  for (const { kind, entry, title } of entries) {
    describe(title, () => {
      it("says what it means, why, from where and what to do", () => {
        assert.match(entry.meaning, /^[A-Z].*[^.]$/);
        assert.match(entry.reason, /\.$/);
        assert.match(entry.source, /^https:\/\/|^decided here/);
        assert.ok(runbookWords.includes(entry.runbook));
      });

      it("looks at periods that CloudWatch evaluates", () => {
        const { periodSeconds, bad, of } = entry.patience;
        assert.ok(bad >= 1 && bad <= of);
        assert.equal(periodSeconds % 60, 0);
        const longest = periodSeconds >= 3600 ? 7 * 86_400 : 86_400;
        assert.ok(periodSeconds * of <= longest, String(periodSeconds * of));
      });

      it("computes with its own metrics, ten at most, and with all of them", () => {
        fc.assert(
          fc.property(anyOf(kind), (thing) => {
            const metrics = entry.metrics(thing);
            const ids = metrics.map(({ id }) => id);
            const expression = entry.expression?.(thing);
            assert.ok(metrics.length >= 1 && metrics.length <= 10);
            assert.equal(new Set(ids).size, ids.length);
            for (const id of ids) assert.match(id, /^[a-z][A-Za-z0-9_]*$/);
            if (expression === undefined) {
              assert.equal(metrics.length, 1);
              return;
            }
            const named = expression.match(/\b[a-z][A-Za-z0-9_]*/g) ?? [];
            assert.deepEqual([...new Set(named)].sort(), [...ids].sort());
          }),
        );
      });

      it("has a threshold that can be passed and fallen back from, whatever the size", () => {
        fc.assert(
          fc.property(anyOf(kind), (thing) => {
            const threshold = entry.threshold(thing);
            const reach = reachOf(entry);
            assert.ok(reach.holds(threshold), `${threshold}; allowed: ${reach.words}`);
          }),
        );
      });
    });
  }

  it("has the same entries for a thing whatever its size", () => {
    for (const kind of kinds) {
      fc.assert(
        fc.property(anyOf(kind), anyOf(kind), (one, other) => {
          const engines = [one, other].map((thing) =>
            "sizes" in thing && "engine" in thing.sizes ? thing.sizes.engine : "",
          );
          fc.pre(engines[0] === engines[1]);
          assert.deepEqual(
            entriesOf(one).map(({ word }) => word),
            entriesOf(other).map(({ word }) => word),
          );
        }),
      );
    }
  });
});

describe("thresholds", () => {
  const thresholdOf = (thing: Parameters<typeof entriesOf>[0], word: string): number => {
    const entry = entriesOf(thing).find((each) => each.word === word);
    assert.ok(entry !== undefined, word);
    return entry.threshold(thing);
  };

  it("grow with what they derive from", () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 30_000 }), fc.integer({ min: 1, max: 30_000 }), (gib, more) => {
        const { "database-instance": instance } = samples;
        const of = (allocatedGib: number): number =>
          thresholdOf({ ...instance, sizes: { ...instance.sizes, allocatedGib } }, "storage");
        assert.ok(of(gib) < of(gib + more));
      }),
    );
    const { service } = samples;
    assert.equal(thresholdOf({ ...service, sizes: { ...service.sizes, minimum: 3 } }, "too-few-tasks"), 3);
  });

  it("of connections follow the engine's own limit", () => {
    // db.m8g.large has 8 GiB, of which RDS leaves 7.2: LEAST(bytes / 12582880, 100000) is 614, and nine tenths are 552.
    assert.equal(thresholdOf(samples["database-instance"], "connections"), 552);
    // db.r8g.large has 16 GiB: LEAST(bytes / 9531392, 5000) is 1622 of 14.4 GiB.
    assert.equal(thresholdOf(samples["database-cluster"], "connections"), 1459);
  });

  it("of database load are the virtual processors", () => {
    const { "database-instance": instance } = samples;
    const sizes = { ...instance.sizes, instanceClass: "db.r8g.4xlarge" };
    assert.equal(thresholdOf({ ...instance, sizes }, "load"), 16);
  });
});
