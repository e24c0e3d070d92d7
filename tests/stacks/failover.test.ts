import * as assert from "node:assert/strict";

import type { SimulatedResource, Simulation } from "../../simulator/mocks";
import { text } from "../simulator/text";
import { deployedStacks } from "./program";

const domain = "shop.example.com";

/** What stands in DNS under a name. */
function records(simulation: Simulation, name: string): readonly SimulatedResource[] {
  return simulation
    .ofType("aws:route53/record:Record")
    .filter(({ inputs }) => inputs.name === name && inputs.type === "A");
}

describe("production and what stands in for it", function () {
  this.timeout(240_000);
  const of = deployedStacks("prod", "dr");

  it("answer for one domain, as its primary and its secondary, each known by its Region", () => {
    const parts = ["prod", "dr"].flatMap((stack) =>
      records(of(stack), domain).map(({ inputs }) => [
        inputs.setIdentifier,
        inputs.failoverRoutingPolicies,
        inputs.zoneId,
      ]),
    );
    const zone = "Z0123456789ABCDEFGHIJ";
    assert.deepEqual(parts, [
      ["eu-west-1", [{ type: "PRIMARY" }], zone],
      ["eu-central-1", [{ type: "SECONDARY" }], zone],
    ]);
  });

  for (const [stack, region] of [
    ["prod", "eu-west-1"],
    ["dr", "eu-central-1"],
  ] as const) {
    const own = `${region}.${domain}`;

    it(`are not moved by a check: nothing of ${stack} decides by health who answers for the domain`, () => {
      const checks = of(stack)
        .ofType("aws:route53/healthCheck:HealthCheck")
        .map(({ id }) => id);
      assert.equal(checks.length, 1);
      for (const { inputs } of records(of(stack), domain)) {
        assert.ok(!checks.includes(text(inputs.healthCheckId ?? "")));
        assert.match(JSON.stringify(inputs.aliases), /"evaluateTargetHealth":false/);
      }
    });

    it(`keep to their own Regions: what ${stack} calls, visits and checks follows no failover`, () => {
      const simulation = of(stack);
      assert.equal(records(simulation, own).length, 1);
      const [check] = simulation.ofType("aws:route53/healthCheck:HealthCheck");
      assert.equal(check?.inputs.fqdn, own);
      const program = simulation.inputsOf(
        "aws:s3/bucketObjectv2:BucketObjectv2",
        "compute-front-door-canary",
      );
      const code = Buffer.from(text(program.contentBase64), "base64").toString();
      assert.ok(code.includes(`https://${own}/`));
      const calls = simulation
        .ofType("aws:ecs/taskDefinition:TaskDefinition")
        .flatMap(
          ({ inputs }) => text(inputs.containerDefinitions).match(/https:\/\/[a-z0-9.-]*example\.com/g) ?? [],
        )
        .filter((url) => url.endsWith(domain));
      assert.deepEqual(
        [...new Set(calls)].filter((url) => url !== `https://${own}`),
        [],
      );
    });

    it(`practise in ${stack} to do without a zone, by alarms of the front door that are there`, () => {
      const simulation = of(stack);
      const { inputs } = simulation.resource(
        "aws:arczonalshift/zonalAutoshiftConfiguration:ZonalAutoshiftConfiguration",
        "zones",
      );
      const balancer = simulation.resource("aws:lb/loadBalancer:LoadBalancer", "compute-front-door");
      assert.equal(inputs.resourceArn, balancer.outputs.arn);
      assert.equal(inputs.zonalAutoshiftStatus, stack === "prod" ? "ENABLED" : "DISABLED");
      const metricsOf = (conditions: unknown): readonly string[] =>
        simulation
          .ofType("aws:cloudwatch/metricAlarm:MetricAlarm")
          .filter(({ outputs }) => JSON.stringify(conditions).includes(text(outputs.arn)))
          .map(({ name }) => name);
      assert.deepEqual(metricsOf(inputs.outcomeAlarms), [
        "monitoring-alarm-load-balancer-compute-front-door-own-errors",
      ]);
      assert.deepEqual(metricsOf(inputs.blockingAlarms), [
        "monitoring-alarm-canary-compute-front-door-unreachable",
      ]);
    });

    it(`call whoever is paged from another place than ${region}`, () => {
      const simulation = of(stack);
      const alarm = simulation.inputsOf("aws:cloudwatch/metricAlarm:MetricAlarm", "compute-front-door-reach");
      assert.equal(alarm.region, "us-east-1");
      assert.match(text(alarm.alarmDescription), new RegExp(`^Runbook: ${stack}-switch-region$`, "m"));
      const heard = simulation
        .ofType("aws:sns/topicSubscription:TopicSubscription")
        .filter(({ inputs }) => JSON.stringify(alarm.alarmActions).includes(text(inputs.topic)));
      assert.deepEqual(
        heard.map(({ inputs }) => [inputs.region, inputs.endpoint]),
        [["us-east-1", "on-call@example.com"]],
      );
    });
  }
});
