import * as assert from "node:assert/strict";

import type { SimulatedResource, Simulation } from "../../../simulator/mocks";
import { build, shop, text } from "./front-door-built";

const LISTENER = "aws:lb/listener:Listener";

describe("the names of a front door", function () {
  this.timeout(120_000);

  /** What stands in DNS under a name. */
  const record = (simulation: Simulation, name: string): SimulatedResource => {
    const found = simulation
      .ofType("aws:route53/record:Record")
      .filter(({ inputs }) => inputs.name === name && inputs.type === "A");
    assert.equal(found.length, 1, name);
    const [only] = found;
    assert.ok(only);
    return only;
  };

  it("is found by the domain and by the name of its Region, and shows a certificate for each", async () => {
    const { simulation } = await build(shop);
    const own = record(simulation, "eu-west-1.dev.shop.example.com");
    const shared = record(simulation, "dev.shop.example.com");
    for (const { inputs } of [own, shared]) {
      assert.equal(inputs.setIdentifier, undefined);
      assert.match(JSON.stringify(inputs.aliases), /"evaluateTargetHealth":true/);
    }
    const certificates = new Map(
      simulation
        .ofType("aws:acm/certificate:Certificate")
        .map(({ inputs, outputs }) => [inputs.domainName, outputs.arn]),
    );
    const https = simulation.resource(LISTENER, "front-door-listeners-https");
    assert.equal(https.inputs.certificateArn, certificates.get("dev.shop.example.com"));
    const [more] = simulation.ofType("aws:lb/listenerCertificate:ListenerCertificate");
    assert.deepEqual(
      [more?.inputs.listenerArn, more?.inputs.certificateArn],
      [https.id, certificates.get("eu-west-1.dev.shop.example.com")],
    );
  });

  for (const [role, type] of [
    ["primary", "PRIMARY"],
    ["secondary", "SECONDARY"],
  ] as const) {
    it(`answers for a shared domain as its ${role}, and leaves the choice to whoever switches`, async () => {
      const healthCheckId = "abcdef11-2222-3333-4444-555555fedcba";
      const { simulation } = await build(shop, { failover: { role, healthCheckId } });
      const { inputs } = record(simulation, "dev.shop.example.com");
      assert.deepEqual(
        [inputs.setIdentifier, inputs.failoverRoutingPolicies, inputs.healthCheckId],
        ["eu-west-1", [{ type }], healthCheckId],
      );
      assert.match(JSON.stringify(inputs.aliases), /"evaluateTargetHealth":false/);
      const own = record(simulation, "eu-west-1.dev.shop.example.com");
      assert.deepEqual([own.inputs.setIdentifier, own.inputs.healthCheckId], [undefined, undefined]);
      const checks = simulation.ofType("aws:route53/healthCheck:HealthCheck").map(({ id }) => id);
      assert.ok(!checks.includes(healthCheckId) && checks.length === 1);
    });
  }

  it("leaves the proof of a shared domain to the primary, which could not renew its certificate without it", async () => {
    const proofs = async (role: "primary" | "secondary"): Promise<readonly string[]> => {
      const { simulation } = await build(shop, { failover: { role } });
      assert.equal(
        simulation.ofType("aws:acm/certificateValidation:CertificateValidation").length,
        2,
        "both certificates are waited for",
      );
      return simulation
        .ofType("aws:route53/record:Record")
        .filter(({ inputs }) => inputs.type === "CNAME")
        .map(({ name }) => name);
    };
    assert.deepEqual(await proofs("primary"), ["front-door-certificate", "front-door-own-certificate"]);
    assert.deepEqual(await proofs("secondary"), ["front-door-own-certificate"]);
  });

  it("is asked for from other Regions over HTTPS by a name that follows no failover", async () => {
    const { simulation } = await build(shop, {
      failover: { role: "primary" },
      reach: { path: "/well", intervalSeconds: 10, measureLatency: true },
    });
    const { inputs } = simulation.resource("aws:route53/healthCheck:HealthCheck", "front-door-reach");
    const { type, fqdn, port, enableSni, resourcePath, requestInterval, measureLatency } = inputs;
    assert.deepEqual(
      [type, fqdn, port, enableSni, resourcePath, requestInterval, measureLatency],
      ["HTTPS", "eu-west-1.dev.shop.example.com", 443, true, "/well", 10, true],
    );
  });

  it("tells where Route 53 measures, with nothing of its own Region, that nobody gets through", async () => {
    const { simulation } = await build(shop);
    const check = simulation.resource("aws:route53/healthCheck:HealthCheck", "front-door-reach");
    const alarm = simulation.inputsOf("aws:cloudwatch/metricAlarm:MetricAlarm", "front-door-reach");
    const topic = simulation.resource("aws:sns/topic:Topic", "front-door-reach");
    const key = simulation.resource("aws:kms/key:Key", "front-door-reach");
    assert.deepEqual(
      [alarm.region, topic.inputs.region, key.inputs.region],
      ["us-east-1", "us-east-1", "us-east-1"],
    );
    assert.deepEqual(alarm.dimensions, { HealthCheckId: check.id });
    assert.deepEqual([alarm.namespace, alarm.metricName], ["AWS/Route53", "HealthCheckStatus"]);
    assert.deepEqual([alarm.alarmActions, alarm.treatMissingData], [[topic.outputs.arn], "breaching"]);
    assert.match(text(alarm.alarmDescription), /^Runbook: dev-switch-region$/m);
    assert.match(text(key.inputs.policy), /cloudwatch\.amazonaws\.com/);
  });
});
