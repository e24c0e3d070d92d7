import * as assert from "node:assert/strict";

import { runbookWords } from "../../infra/core/runbook-words";
import type { Simulation } from "../../simulator/mocks";
import { deployedStack } from "./program";
import {
  alarmMetrics,
  dashboardMetrics,
  dimensionValues,
  metricKey,
  textOf,
  watchable,
  watchables,
} from "./watching/graph";

/** Whether an alarm's actions tell a topic. */
function isCalling(actions: unknown): boolean {
  return JSON.stringify(actions ?? []).includes(":sns:");
}

for (const stack of ["dev", "preprod", "prod"]) {
  describe(`the watching of ${stack}`, function () {
    this.timeout(240_000);
    let simulation: Simulation;
    before(async () => {
      simulation = await deployedStack(stack);
    });

    /** Everything that alarms and event patterns speak of. */
    const spokenOf = (): ReadonlySet<string> => {
      const values = alarmMetrics(simulation).flatMap(({ dimensions }) => Object.values(dimensions));
      const patterns = simulation
        .ofType("aws:cloudwatch/eventRule:EventRule")
        .filter(({ name }) => /^(monitoring-event|backup-copy-events)-/.test(name))
        .map((rule) => textOf(rule, "eventPattern"));
      const named = [...watchables(simulation)].flatMap(({ identities }) =>
        identities.filter((identity) =>
          patterns.some((pattern) => pattern.includes(`${identity}"`) || pattern.includes(`/${identity}/`)),
        ),
      );
      return new Set([...values, ...named]);
    };

    it("leaves nothing out: all that can be watched has an alarm, or an event that tells of it", () => {
      const spoken = spokenOf();
      const things = watchables(simulation);
      assert.ok(things.length > 120, String(things.length));
      const silent = things.filter(({ identities }) => !identities.some((identity) => spoken.has(identity)));
      assert.deepEqual(
        silent.map(({ what }) => what),
        [],
      );
    });

    it("knows something of every type of which the environment has one", () => {
      const unseen = Object.keys(watchable).filter((type) => simulation.ofType(type).length === 0);
      assert.deepEqual(unseen, []);
    });

    it("looks at nothing that is not there: each dimension is one that a resource has", () => {
      const known = dimensionValues(simulation);
      const wrong = alarmMetrics(simulation).flatMap(({ by, namespace, dimensions }) =>
        Object.entries(dimensions)
          .filter(([key, value]) => known[`${namespace} ${key}`]?.has(value) !== true)
          .map(([key, value]) => `${by}: ${namespace} ${key} ${value}`),
      );
      assert.deepEqual(wrong, []);
    });

    it("has metrics switched on that AWS does not measure unasked", () => {
      for (const { name, inputs } of simulation.ofType("aws:autoscaling/group:Group")) {
        const measured = inputs.enabledMetrics;
        assert.ok(Array.isArray(measured) && measured.includes("GroupInServiceInstances"), name);
      }
      for (const { name, inputs } of simulation.ofType("aws:ec2/vpc:Vpc")) {
        assert.equal(inputs.enableNetworkAddressUsageMetrics, true, name);
      }
      const databases = [
        ...simulation.ofType("aws:rds/clusterInstance:ClusterInstance"),
        ...simulation.ofType("aws:rds/instance:Instance"),
      ];
      for (const { name, inputs } of databases) assert.equal(inputs.performanceInsightsEnabled, true, name);
      for (const { name, inputs } of simulation.ofType("aws:wafv2/webAcl:WebAcl")) {
        assert.match(JSON.stringify(inputs.visibilityConfig), /"cloudwatchMetricsEnabled":true/, name);
      }
      const measuredBuckets = simulation
        .ofType("aws:s3/bucketMetric:BucketMetric")
        .map(({ inputs }) => inputs.bucket);
      for (const { dimensions } of alarmMetrics(simulation).filter(
        ({ namespace }) => namespace === "AWS/S3",
      )) {
        assert.ok(measuredBuckets.includes(dimensions.BucketName ?? ""), dimensions.BucketName);
      }
    });

    it("sends everybody who is called to an owner, a runbook and a dashboard that there are", () => {
      const dashboards = new Set(
        simulation.ofType("aws:cloudwatch/dashboard:Dashboard").map((each) => textOf(each, "dashboardName")),
      );
      const alarms = [
        ...simulation.ofType("aws:cloudwatch/metricAlarm:MetricAlarm"),
        ...simulation.ofType("aws:cloudwatch/compositeAlarm:CompositeAlarm"),
      ].filter(({ name }) => name.startsWith("monitoring-"));
      assert.ok(alarms.length > 400, String(alarms.length));
      for (const alarm of alarms) {
        const words = textOf(alarm, "alarmDescription");
        const [, runbook] = new RegExp(`^Runbook: ${stack}-(\\S+)$`, "m").exec(words) ?? [];
        assert.ok(
          runbookWords.some((word) => word === runbook),
          `${alarm.name}: ${String(runbook)}`,
        );
        assert.match(words, /^Owner: \S+$/m, alarm.name);
        const [, dashboard] = /^Dashboard: \S+#dashboards\/dashboard\/(\S+)$/m.exec(words) ?? [];
        assert.ok(dashboards.has(dashboard ?? ""), `${alarm.name}: ${String(dashboard)}`);
      }
    });

    it("has a runbook in every alarm that calls somebody, whichever layer built it", () => {
      const calling = simulation
        .ofType("aws:cloudwatch/metricAlarm:MetricAlarm")
        .filter(({ inputs }) => isCalling(inputs.alarmActions) && inputs.region !== "eu-central-1");
      assert.ok(calling.length > 300, String(calling.length));
      for (const alarm of calling) assert.match(textOf(alarm, "alarmDescription"), /^Runbook: /m, alarm.name);
    });

    it("leaves no topic without somebody who hears it", () => {
      const heard = new Set(
        simulation.ofType("aws:sns/topicSubscription:TopicSubscription").map(({ inputs }) => inputs.topic),
      );
      const topics = simulation.ofType("aws:sns/topic:Topic");
      assert.ok(topics.length >= 6, String(topics.length));
      assert.deepEqual(
        topics.filter(({ outputs }) => !heard.has(outputs.arn)).map(({ name }) => name),
        [],
      );
    });

    it("shows everything that an alarm looks at on a dashboard, and nothing that is not there", () => {
      const seen = dashboardMetrics(simulation);
      const shown = new Set(seen.map(metricKey));
      const unseen = alarmMetrics(simulation)
        .filter(({ by }) => by.startsWith("monitoring-alarm-"))
        .filter(({ by }) => !/-(availability|latency)-(fast|slow)-/.test(by))
        .filter((metric) => !shown.has(metricKey(metric)));
      assert.deepEqual(
        unseen.map(({ by, metricName }) => `${by} ${metricName}`),
        [],
      );
      const known = dimensionValues(simulation);
      const wrong = seen
        // Of the account as a whole.
        .filter(({ namespace }) => namespace !== "AWS/Usage" && namespace !== "AWS/Billing")
        .flatMap(({ by, namespace, dimensions }) =>
          Object.entries(dimensions)
            .filter(([key, value]) => known[`${namespace} ${key}`]?.has(value) !== true)
            .map(([key, value]) => `${by}: ${namespace} ${key} ${value}`),
        );
      assert.deepEqual(wrong, []);
    });

    it("keeps every dashboard within what CloudWatch shows", () => {
      const bodies = simulation
        .ofType("aws:cloudwatch/dashboard:Dashboard")
        .map((each) => textOf(each, "dashboardBody"));
      assert.equal(bodies.length, 14);
      for (const body of bodies)
        assert.ok(Buffer.byteLength(body) < 300_000, String(Buffer.byteLength(body)));
    });

    it("has one alarm of each name: a second would overwrite the first", () => {
      const names = [
        ...simulation.ofType("aws:cloudwatch/metricAlarm:MetricAlarm").map((alarm) => textOf(alarm, "name")),
        ...simulation
          .ofType("aws:cloudwatch/compositeAlarm:CompositeAlarm")
          .map((alarm) => textOf(alarm, "alarmName")),
      ];
      assert.equal(new Set(names).size, names.length);
    });
  });
}
