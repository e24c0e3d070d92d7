import * as assert from "node:assert/strict";

import type { SimulatedResource } from "../../../simulator/mocks";
import { type BuiltMonitoring, build, monitoringArgs } from "./built";
import { everything, samples } from "./things";

const text = ({ name, inputs }: SimulatedResource, property: string): string => {
  const value = inputs[property];
  assert.ok(typeof value === "string", `${name}.${property}`);
  return value;
};

describe("a monitoring layer", function () {
  this.timeout(60_000);
  let built: BuiltMonitoring;
  before(async () => {
    built = await build(monitoringArgs);
  });
  const alarms = (): readonly SimulatedResource[] =>
    built.simulation.ofType("aws:cloudwatch/metricAlarm:MetricAlarm");

  it("encrypts its topics, and what could not be delivered, with its own key", () => {
    const { simulation } = built;
    const [key, ...others] = simulation.ofType("aws:kms/key:Key");
    assert.ok(key !== undefined && others.length === 0 && key.inputs.enableKeyRotation === true);
    const topics = simulation.ofType("aws:sns/topic:Topic");
    assert.equal(topics.length, 3);
    for (const { inputs } of [...topics, ...simulation.ofType("aws:sqs/queue:Queue")]) {
      assert.equal(inputs.kmsMasterKeyId, key.id);
    }
    assert.equal(simulation.resources().find(({ id }) => id === key.id)?.protect, true);
  });

  it("subscribes everybody who is named, and puts aside what does not reach them", () => {
    const subscriptions = built.simulation.ofType("aws:sns/topicSubscription:TopicSubscription");
    assert.deepEqual(subscriptions.map(({ name }) => name.replace("monitoring-notify-", "")).sort(), [
      "notice-team",
      "page-team",
      "ticket-team",
    ]);
    for (const each of subscriptions) assert.match(text(each, "redrivePolicy"), /monitoring-undelivered/);
  });

  it("says in each alarm what it means, who answers, what to do and where to look", () => {
    assert.ok(alarms().length > 70, String(alarms().length));
    for (const alarm of alarms()) {
      const lines = text(alarm, "alarmDescription").split("\n");
      const [meaning = "", owner, runbook, dashboard] = lines;
      assert.match(meaning, /^[A-Z].*\.$/, alarm.name);
      assert.match(owner ?? "", /^Owner: \S+$/, alarm.name);
      assert.match(runbook ?? "", /^Runbook: dev-[a-z-]+$/, alarm.name);
      assert.match(
        dashboard ?? "",
        /^Dashboard: https:\/\/eu-west-1\.console\.aws\.amazon\.com\//,
        alarm.name,
      );
    }
  });

  it("calls somebody at the beginning and at the end, or leaves it to a composite", () => {
    const topics = new Set(built.simulation.ofType("aws:sns/topic:Topic").map(({ outputs }) => outputs.arn));
    for (const { name, inputs } of alarms()) {
      const actions = inputs.alarmActions as readonly string[];
      assert.deepEqual(inputs.okActions, actions, name);
      assert.ok(
        actions.every((action) => topics.has(action)),
        name,
      );
      if (actions.length === 0) assert.match(name, /deploying|availability|latency/);
    }
  });

  it("calls louder for what the business depends on", async () => {
    const severities = async (criticality: "critical" | "low"): Promise<readonly unknown[]> => {
      const subjects = [{ ...samples["load-balancer"], criticality }];
      const { sizes } = monitoringArgs;
      const { simulation } = await build({ ...monitoringArgs, subjects, sizes: { ...sizes, mutes: {} } });
      const errors = simulation
        .ofType("aws:cloudwatch/metricAlarm:MetricAlarm")
        .find(({ name }) => name.endsWith("own-errors"));
      return (errors?.inputs.alarmActions as readonly string[]).map((arn) => arn.split("-").at(-1));
    };
    assert.deepEqual(await severities("critical"), ["page"]);
    assert.deepEqual(await severities("low"), ["notice"]);
  });

  it("watches what nobody could be told", () => {
    assert.ok(
      alarms().some(
        ({ name }) => name === "monitoring-alarm-dead-letter-queue-monitoring-undelivered-letters",
      ),
    );
    assert.ok(built.monitoring.declarations.some(({ family }) => family === "monitored"));
  });

  it("registers the same things for small and for large sizes", async () => {
    const grown = everything.map((thing) => {
      if (thing.kind === "service") return { ...thing, sizes: { ...thing.sizes, minimum: 20, maximum: 90 } };
      if (thing.kind === "database-instance") {
        return { ...thing, sizes: { ...thing.sizes, instanceClass: "db.r8g.16xlarge", allocatedGib: 9000 } };
      }
      return thing;
    });
    const large = await build({ ...monitoringArgs, subjects: grown });
    const names = ({ simulation }: BuiltMonitoring): readonly string[] =>
      simulation
        .resources()
        .map(({ type, name }) => `${type} ${name}`)
        .sort();
    assert.deepEqual(names(large), names(built));
    const threshold = ({ simulation }: BuiltMonitoring): unknown =>
      simulation
        .ofType("aws:cloudwatch/metricAlarm:MetricAlarm")
        .find(({ name }) => name.endsWith("service-orders-too-few-tasks"))?.inputs.threshold;
    assert.deepEqual([threshold(built), threshold(large)], [2, 20]);
  });

  it("writes a threshold that was set by hand, and why", async () => {
    const overrides = { "service-orders-cpu": { threshold: 95, reason: "Batches at night." } };
    const { simulation } = await build({
      ...monitoringArgs,
      sizes: { ...monitoringArgs.sizes, overrides },
    });
    const alarm = simulation
      .ofType("aws:cloudwatch/metricAlarm:MetricAlarm")
      .find(({ name }) => name.endsWith("service-orders-cpu"));
    assert.ok(alarm?.inputs.threshold === 95);
    assert.match(text(alarm, "alarmDescription"), /Threshold set by hand: Batches at night\./);
  });

  it("keeps names within AWS's limits for long names of the catalogue", async () => {
    const long = "a".repeat(200);
    const subjects = [
      { ...samples.service, name: long, dimensions: { ClusterName: "c", ServiceName: long } },
    ];
    const { simulation } = await build({
      ...monitoringArgs,
      subjects,
      sizes: { ...monitoringArgs.sizes, mutes: {} },
    });
    const names = simulation
      .ofType("aws:cloudwatch/metricAlarm:MetricAlarm")
      .map((alarm) => text(alarm, "name"));
    assert.ok(names.every((name) => name.length <= 255));
    assert.equal(new Set(names).size, names.length);
  });
});
