import * as assert from "node:assert/strict";

import type { MonitoringArgs } from "../../../infra/monitoring";
import type { MonitoringSizes } from "../../../infra/monitoring/settings";
import { monitoringProblems } from "../../../infra/monitoring/settings";
import { build, monitoringArgs } from "./built";
import { samples } from "./things";

const found = (args: MonitoringArgs): readonly string[] =>
  monitoringProblems(args).map(({ path, given }) => `${path.join(".")} ${given}`);

const withSizes = (sizes: Partial<MonitoringSizes>): MonitoringArgs => ({
  ...monitoringArgs,
  sizes: { ...monitoringArgs.sizes, ...sizes },
});

const subscribed = (endpoint: string, protocol: "email" | "https" = "https"): MonitoringArgs =>
  withSizes({
    subscriptions: { ...monitoringArgs.sizes.subscriptions, page: { team: { protocol, endpoint } } },
  });

describe("what a monitoring layer is asked for", () => {
  it("is accepted where nothing is wrong", () => {
    assert.deepEqual(found(monitoringArgs), []);
    assert.deepEqual(found(subscribed("https://chat.example.com/hooks/1")), []);
  });

  it("has endpoints of their protocol, which hold no credential", () => {
    for (const endpoint of [
      "http://x.example.com",
      "https://u:p@x.example.com",
      "https://x.example.com/?token=1",
    ]) {
      assert.deepEqual(found(subscribed(endpoint)), [`sizes.subscriptions.page.team.endpoint "${endpoint}"`]);
    }
    assert.equal(found(subscribed("nobody", "email")).length, 1);
  });

  it("has protocols that are known", () => {
    // A caller that is not typed: configuration is refused by its schema already.
    const protocol = "pager" as "email";
    assert.deepEqual(found(subscribed("x@example.com", protocol)), [
      'sizes.subscriptions.page.team.protocol "pager"',
    ]);
  });

  it("tells every severity to somebody", () => {
    const subscriptions = { ...monitoringArgs.sizes.subscriptions, notice: {} };
    assert.deepEqual(found(withSizes({ subscriptions })), ["sizes.subscriptions.notice {}"]);
  });

  it("promises what can be kept, of workloads that promise something", () => {
    for (const availabilityPercent of [0, 49.9, 100, 101, Number.NaN]) {
      assert.deepEqual(found(withSizes({ objectives: { orders: { availabilityPercent } } })), [
        `sizes.objectives.orders.availabilityPercent ${availabilityPercent}`,
      ]);
    }
    assert.deepEqual(found(withSizes({ objectives: { order: { availabilityPercent: 99 } } })), [
      'sizes.objectives.order "order"',
    ]);
  });

  it("overrides thresholds of alarms that there are, within what can be measured", () => {
    const overrides = (label: string, threshold: number, reason = "Measured."): readonly string[] =>
      found(withSizes({ overrides: { [label]: { threshold, reason } } }));
    assert.deepEqual(overrides("service-orders-cpu", 85), []);
    assert.deepEqual(overrides("service-orders-cpu", 100), [
      "sizes.overrides.service-orders-cpu.threshold 100",
    ]);
    assert.deepEqual(overrides("service-orders-too-few-tasks", 0), [
      "sizes.overrides.service-orders-too-few-tasks.threshold 0",
    ]);
    assert.deepEqual(overrides("service-order-cpu", 85), [
      'sizes.overrides.service-order-cpu "service-order-cpu"',
    ]);
    assert.deepEqual(overrides("robot-orders-cpu", 85), [
      'sizes.overrides.robot-orders-cpu "robot-orders-cpu"',
    ]);
    assert.deepEqual(overrides("service-orders-cpu", 85, " "), [
      'sizes.overrides.service-orders-cpu.reason ""',
    ]);
  });

  it("is quiet at times that there are, about things that there are, for a day at most", () => {
    const muted = (change: object): readonly string[] => {
      const maintenance = {
        starts: "0 3 * * sun",
        timezone: "UTC",
        minutes: 60,
        about: ["sales"],
        ...change,
      };
      return found(withSizes({ mutes: { maintenance } }));
    };
    assert.deepEqual(muted({ starts: "*/15 1-5 1,15 * *" }), []);
    assert.deepEqual(muted({ starts: "0 3 * *" }), ['sizes.mutes.maintenance.starts "0 3 * *"']);
    assert.deepEqual(muted({ starts: "60 3 * * *" }), ['sizes.mutes.maintenance.starts "60 3 * * *"']);
    assert.deepEqual(muted({ timezone: "Mars" }), ['sizes.mutes.maintenance.timezone "Mars"']);
    assert.deepEqual(muted({ minutes: 1441 }), ["sizes.mutes.maintenance.minutes 1441"]);
    assert.deepEqual(muted({ about: [] }), ["sizes.mutes.maintenance.about []"]);
    assert.deepEqual(muted({ about: ["sale"] }), ['sizes.mutes.maintenance.about "sale"']);
  });

  it("knows the size of everything", () => {
    const instance = samples["database-instance"];
    const sizes = { ...instance.sizes, instanceClass: "db.q9.large", engine: "oracle" };
    assert.deepEqual(
      found({ ...monitoringArgs, subjects: [{ ...instance, sizes }], sizes: monitoringArgs.sizes }).slice(
        0,
        2,
      ),
      ['subjects.0.sizes.engine "oracle"', 'subjects.0.sizes.instanceClass "db.q9.large"'],
    );
  });

  it("names each thing of a kind once: alarms of one name would overwrite one another", () => {
    const subjects = [...monitoringArgs.subjects, samples.table];
    const twice = found({ ...monitoringArgs, subjects });
    assert.deepEqual(twice, [`subjects.${subjects.length - 1}.name "stock"`]);
  });

  it("is refused all at once, before anything is registered", async () => {
    const args = withSizes({
      objectives: { order: { availabilityPercent: 101 } },
      mutes: { night: { starts: "never", timezone: "UTC", minutes: 0, about: ["sales"] } },
    });
    await assert.rejects(build(args), (error: Error) => {
      assert.match(error.message, /^monitoring "monitoring": 4 mistakes/);
      return true;
    });
  });
});
