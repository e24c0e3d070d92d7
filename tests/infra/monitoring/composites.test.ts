import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { criticalities } from "../../../infra/core/criticality";
import { compositeLimits } from "../../../infra/monitoring/composites";
import { burns, burnThreshold, usualAvailability } from "../../../infra/monitoring/objectives";
import { planMonitoring } from "../../../infra/monitoring/plan";
import { severities, severityOf } from "../../../infra/monitoring/severity";
import { plainName } from "../../../infra/monitoring/plain-name";
import { monitoringArgs } from "./built";
import { samples } from "./things";

const plan = planMonitoring(monitoringArgs);
const composite = (label: string): (typeof plan.composites)[number] => {
  const found = plan.composites.find((each) => each.label === label);
  assert.ok(found !== undefined, label);
  return found;
};

describe("alarms over alarms", () => {
  it("are one for each workload, two for each promise, and one for the environment", () => {
    assert.deepEqual(plan.composites.map(({ label }) => label).sort(), [
      ...["objective-orders-fast", "objective-orders-slow"],
      ...["unwell", "unwell-orders", "unwell-planning"],
    ]);
  });

  it("look only at alarms that are built before them", () => {
    const before = new Set(plan.alarms.map(({ name }) => name));
    for (const { name, children, rule, suppressor } of plan.composites) {
      for (const child of [...children, ...(suppressor === undefined ? [] : [suppressor])]) {
        assert.ok(before.has(child), `${name}: ${child}`);
      }
      const named = [...rule.matchAll(/ALARM\("([^"]+)"\)/g)].map(([, child]) => child);
      assert.deepEqual([...new Set(named)].sort(), [...children].sort());
      assert.ok(children.length >= 1 && children.length <= compositeLimits.children);
      assert.ok(rule.length <= compositeLimits.ruleLength);
      before.add(name);
    }
  });

  it("gather what users of a workload suffer from, in it and before it and behind it", () => {
    assert.deepEqual(composite("unwell-orders").children, [
      ...["dev-target-group-orders-errors", "dev-target-group-orders-too-few-healthy-targets"],
      ...["dev-service-orders-too-few-tasks", "dev-queue-order-placed_orders-nearly-lost"],
    ]);
  });

  it("call nobody while a service is being deployed", () => {
    assert.equal(composite("unwell-orders").suppressor, "dev-service-orders-deploying");
  });

  it("leave the calling of a workload's outages to one of them", () => {
    for (const { urgency, tells, label } of plan.alarms) {
      if (urgency === "outage" && /^(service|target-group|queue)-/.test(label)) {
        assert.ok(tells === "notice" || tells === undefined, label);
      }
    }
    assert.equal(composite("unwell-orders").tells, "page");
  });
});

describe("promises", () => {
  it("are kept watch on in a long and a short window, fast and slowly, each at once", () => {
    const { rule, tells, children } = composite("objective-orders-fast");
    assert.equal(children.length, 4);
    assert.equal(
      rule,
      '(ALARM("dev-target-group-orders-availability-fast-60m") AND ALARM("dev-target-group-orders-availability-fast-5m")) OR ' +
        '(ALARM("dev-target-group-orders-latency-fast-60m") AND ALARM("dev-target-group-orders-latency-fast-5m"))',
    );
    assert.equal(tells, "page");
    assert.equal(composite("objective-orders-slow").tells, "ticket");
  });

  it("are missed at a share that can be reached and is more than nothing, whatever is promised", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 50, max: 99.999, noNaN: true }),
        fc.constantFrom(...burns),
        (percent, { rate }) => {
          const threshold = burnThreshold(percent, rate);
          assert.ok(threshold > 0 && threshold <= 90, String(threshold));
        },
      ),
    );
  });

  it("use two per cent of a month's budget within an hour, or five within six, before anybody is called", () => {
    // 99.9 % leaves 0.1 %; 14.4 times as fast is 1.44 %.
    assert.equal(burnThreshold(99.9, 14.4), 1.44);
    assert.equal(burnThreshold(99.9, 6), 0.6);
  });

  it("are stricter for what the business depends on, and can be changed by name", () => {
    const promised = criticalities.map((criticality) => usualAvailability[criticality]);
    assert.deepEqual(
      promised,
      [...promised].sort((one, other) => other - one),
    );
    const { sizes } = monitoringArgs;
    const { alarms } = planMonitoring({
      ...monitoringArgs,
      sizes: { ...sizes, objectives: { orders: { availabilityPercent: 99.99 } } },
    });
    const fast = alarms.find(({ label }) => label === "target-group-orders-availability-fast-60m");
    assert.equal(fast?.threshold, 0.144);
  });
});

describe("the heartbeat", () => {
  it("goes the way of each severity once a week", () => {
    const beats = plan.alarms.filter(({ word }) => word === "heartbeat");
    assert.deepEqual(
      beats.map(({ tells }) => tells),
      [...severities],
    );
  });

  it("asks a log that is always written for the time", () => {
    const quiet = { ...samples["log-group"], name: "/dev/quiet", quiet: true };
    const { alarms } = planMonitoring({
      ...monitoringArgs,
      subjects: [{ ...quiet, dimensions: { LogGroupName: quiet.name } }, samples["log-group"]],
      sizes: { ...monitoringArgs.sizes, mutes: {} },
    });
    const beat = alarms.find(({ word }) => word === "heartbeat");
    assert.deepEqual(beat?.metrics[0]?.dimensions, samples["log-group"].dimensions);
  });
});

describe("mutes", () => {
  it("silence what tells somebody about the things named, and nothing else", () => {
    const [mute] = plan.mutes;
    assert.ok(mute !== undefined);
    const told = new Set([
      ...plan.alarms.filter(({ tells }) => tells !== undefined).map(({ name }) => name),
      ...plan.composites.map(({ name }) => name),
    ]);
    assert.ok(mute.alarms.length > 10);
    for (const name of mute.alarms) {
      assert.ok(told.has(name), name);
      assert.match(name, /sales|orders/);
    }
    assert.ok(mute.alarms.includes("dev-unwell-orders"));
    assert.ok(!mute.alarms.some((name) => /heartbeat|workshop|dead-letter/.test(name)));
  });
});

describe("loudness", () => {
  it("never falls with importance, and never calls anybody at night for a hint", () => {
    const rank = (word: (typeof severities)[number]): number => severities.indexOf(word);
    for (const urgency of ["outage", "risk", "hint"] as const) {
      const ranks = criticalities.map((criticality) => rank(severityOf(urgency, criticality)));
      assert.deepEqual(ranks, [...ranks].sort());
    }
    assert.ok(criticalities.every((criticality) => severityOf("hint", criticality) === "notice"));
  });
});

describe("the plain name of a thing", () => {
  it("is the same in every environment", () => {
    const names = ["dev", "prod"].map((environment) =>
      [
        `/${environment}/workload/orders`,
        `/aws/vendedlogs/${environment}/event-bus/${environment}-integration`,
      ].map((name) => plainName(environment, name)),
    );
    assert.deepEqual(names[0], names[1]);
    assert.deepEqual(names[0], ["workload-orders", "aws-vendedlogs-event-bus-integration"]);
  });

  it("keeps words that only begin or end like the environment", () => {
    assert.equal(plainName("dev", "devices"), "devices");
    assert.equal(plainName("dev", "my_devel"), "my_devel");
  });
});
