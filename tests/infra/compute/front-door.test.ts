import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";

import type { FrontDoorSizes } from "../../../infra/compute/compute-args";
import { FrontDoor } from "../../../infra/compute/front-door";
import type { Destination } from "../../../infra/compute/front-door-args";
import { nameLimits } from "../../../infra/core/name-limits";
import { simulate, type SimulatedResource, type Simulation } from "../../../simulator/mocks";

const LISTENER = "aws:lb/listener:Listener";
const RULE = "aws:lb/listenerRule:ListenerRule";
const GROUP = "aws:lb/targetGroup:TargetGroup";

const zones = ["a", "b", "c"].map((letter, position) => ({
  id: `euw1-az${position + 1}`,
  name: `eu-west-1${letter}`,
}));
const subnets = zones.map(({ id }, position) => ({
  id: `subnet-0000000000000000${position}`,
  zoneId: id,
  cidr: `10.20.${position}.0/24`,
}));

const destination = (paths: readonly string[], partnerPaths: readonly string[] = []): Destination => ({
  spec: {
    description: "A workload",
    owner: "a-team",
    criticality: "high",
    port: 8080,
    healthPath: "/health",
    latencyObjectiveMs: 500,
    paths,
  },
  targetType: "ip",
  partnerPaths,
  minimum: 2,
});

const sizes: FrontDoorSizes = {
  domain: "dev.shop.example.com",
  hostedZoneId: "Z0123456789ABCDEFGHIJ",
  requestsPerFiveMinutes: 2000,
  logDays: 30,
  visits: "every-five-minutes",
  realUsers: { measured: true, percent: 100 },
  failover: { role: "none" },
  reach: { path: "/health", intervalSeconds: 30, measureLatency: false },
};

async function build(
  destinations: Readonly<Record<string, Destination>>,
  different: Partial<FrontDoorSizes> = {},
  protect = false,
): Promise<{ simulation: Simulation; frontDoor: FrontDoor }> {
  const simulation = simulate({
    project: "platform",
    stack: "test",
    existing: [
      { type: "aws:ec2/vpc:Vpc", id: "vpc-00000000000000000" },
      ...subnets.map(({ id, zoneId }) => ({
        type: "aws:ec2/subnet:Subnet",
        id,
        attributes: { availabilityZone: zoneId },
      })),
      {
        type: "aws:kms/key:Key",
        id: "key",
        attributes: { arn: "arn:aws:kms:eu-west-1:111122223333:key/key" },
      },
    ],
  });
  const frontDoor = await simulation.run(() => {
    const provider = new aws.Provider("aws", { region: "eu-west-1" });
    return new FrontDoor(
      "front-door",
      {
        scope: { environment: "dev", accountId: "111122223333", region: "eu-west-1" },
        placement: {
          vpcId: "vpc-00000000000000000",
          vpcCidr: "10.20.0.0/16",
          zones,
          subnets: { public: subnets, app: [], data: [], endpoints: [] },
        },
        key: { arn: "arn:aws:kms:eu-west-1:111122223333:key/key", id: "key" },
        sizes: { ...sizes, ...different },
        destinations,
        protect,
        owner: "platform-team",
      },
      { providers: [provider] },
    );
  });
  return { simulation, frontDoor };
}

const shop = {
  web: destination(["/*"]),
  orders: destination(["/orders/*", "/baskets/*"]),
  payments: destination([], ["/partners/payment-gateway/*"]),
};

const text = (value: unknown): string => {
  assert.ok(typeof value === "string");
  return value;
};

const port = ({ inputs }: SimulatedResource): number => Number(inputs.port);

/** Patterns by the name of the target group that they lead to, on one listener. */
function ways(simulation: Simulation, listener: SimulatedResource): Readonly<Record<string, unknown>> {
  const groupOf = (arn: unknown): string =>
    simulation
      .ofType(GROUP)
      .find(({ id }) => id === arn)
      ?.name.replace("front-door-", "") ?? "";
  const rules = simulation.ofType(RULE).filter(({ inputs }) => inputs.listenerArn === listener.id);
  return Object.fromEntries(
    rules.map(({ inputs }) => {
      const [action] = inputs.actions as [{ targetGroupArn: string }];
      const [condition] = inputs.conditions as [{ pathPattern: { values: string[] } }];
      return [groupOf(action.targetGroupArn), condition.pathPattern.values];
    }),
  );
}

describe("the front door", function () {
  this.timeout(120_000);

  it("speaks HTTPS only, by a stated policy, and sends HTTP there", async () => {
    const { simulation } = await build(shop);
    const [http, https, ...others] = [...simulation.ofType(LISTENER)].sort(
      (one, other) => port(one) - port(other),
    );
    assert.ok(http && https && others.length === 0);
    assert.deepEqual(http.inputs.defaultActions, [
      { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } },
    ]);
    assert.equal(https.inputs.protocol, "HTTPS");
    assert.match(text(https.inputs.sslPolicy), /TLS13-1-2.*PQ/);
    assert.deepEqual(ways(simulation, https), {
      orders: ["/orders/*", "/baskets/*"],
      payments: ["/partners/payment-gateway/*"],
    });
    const web = simulation.resource(GROUP, "front-door-web");
    assert.deepEqual(https.inputs.defaultActions, [{ type: "forward", targetGroupArn: web.id }]);
  });

  it("answers that there is nothing where no path leads to a workload", async () => {
    const { simulation } = await build({ orders: shop.orders });
    const https = simulation.resource(LISTENER, "front-door-listeners-https");
    const [action] = https.inputs.defaultActions as [{ fixedResponse: { statusCode: string } }];
    assert.equal(action.fixedResponse.statusCode, "404");
  });

  it("lets partners in only by their certificate where one is asked for", async () => {
    const { simulation } = await build(shop, { partnerTrust: { bucket: "trust", key: "partners.pem" } });
    const listeners = simulation.ofType(LISTENER);
    const partners = listeners.find((listener) => port(listener) === 8443);
    const https = listeners.find((listener) => port(listener) === 443);
    assert.ok(partners && https);
    const store = simulation.resource("aws:lb/trustStore:TrustStore", "front-door-listeners-partners");
    assert.deepEqual(partners.inputs.mutualAuthentication, { mode: "verify", trustStoreArn: store.id });
    assert.deepEqual(ways(simulation, partners), { payments: ["/partners/payment-gateway/*"] });
    assert.deepEqual(Object.keys(ways(simulation, https)), ["orders"]);
  });

  it("takes only 200 for health, whatever the workload", async () => {
    const { simulation } = await build(shop);
    for (const { inputs } of simulation.ofType(GROUP)) {
      const check = inputs.healthCheck as Record<string, unknown>;
      assert.deepEqual([check.matcher, check.path], ["200", "/health"]);
    }
  });

  it("is visited from outside by the name of its Region, by a program that keeps what it finds encrypted", async () => {
    const { simulation } = await build({ web: destination(["/*"]) });
    const canary = simulation.inputsOf("aws:synthetics/canary:Canary", "front-door-canary");
    assert.deepEqual(
      [canary.name, canary.startCanary, canary.schedule],
      ["dev-front-door", true, { expression: "rate(5 minutes)" }],
    );
    const program = simulation.resource("aws:s3/bucketObjectv2:BucketObjectv2", "front-door-canary");
    assert.deepEqual([canary.s3Key, canary.s3Version], [program.inputs.key, program.outputs.versionId]);
    const code = Buffer.from(text(program.inputs.contentBase64), "base64").toString();
    assert.ok(code.includes("https://eu-west-1.dev.shop.example.com/"));
    assert.equal(canary.artifactS3Location, `s3://${text(canary.s3Bucket)}/canary`);
    const lifecycle = simulation.inputsOf(
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
      "front-door-logs",
    );
    const ended = (lifecycle.rules as readonly { expiration?: object; filter: { prefix?: string } }[])
      .filter(({ expiration }) => expiration !== undefined)
      .map(({ filter }) => filter.prefix);
    assert.deepEqual(ended, ["access/", "connection/", "health-check/", "canary/"]);
    assert.ok(!ended.some((prefix) => text(program.inputs.key).startsWith(text(prefix))));
  });

  it("writes its logs where only Elastic Load Balancing, for this account, may write", async () => {
    const { simulation } = await build(shop);
    const policy = simulation.inputsOf("aws:s3/bucketPolicy:BucketPolicy", "front-door-logs");
    const { Statement: statements } = JSON.parse(text(policy.policy)) as {
      Statement: { Effect: string; Principal: unknown; Resource: string[]; Condition: object }[];
    };
    const allowed = statements.filter(({ Effect }) => Effect === "Allow");
    assert.deepEqual(
      allowed.map(({ Principal }) => Principal),
      [{ Service: ["logdelivery.elasticloadbalancing.amazonaws.com"] }],
    );
    const balancer = simulation.inputsOf("aws:lb/loadBalancer:LoadBalancer", "front-door");
    for (const log of ["accessLogs", "connectionLogs", "healthCheckLogs"]) {
      const { prefix, enabled } = balancer[log] as { prefix: string; enabled: boolean };
      assert.ok(
        enabled && allowed[0]?.Resource.some((arn) => arn.includes(`/${prefix}/AWSLogs/111122223333/`)),
      );
    }
    assert.deepEqual(allowed[0]?.Condition, {
      StringEquals: { "aws:SourceAccount": "111122223333" },
      ArnLike: { "aws:SourceArn": "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/*" },
    });
  });

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

  it("is the same thing whatever its sizes", async () => {
    const things = async (different: Partial<FrontDoorSizes>, protect: boolean): Promise<string[]> => {
      const { simulation } = await build(shop, different, protect);
      return simulation
        .resources()
        .map(({ type, name }) => `${type} ${name}`)
        .sort();
    };
    const large = { domain: "shop.example.com", requestsPerFiveMinutes: 100_000, logDays: 365 } as const;
    assert.deepEqual(await things(large, true), await things({}, false));
  });

  it("refuses to be deleted where it is protected, balancer and logs alike", async () => {
    const { simulation } = await build(shop, {}, true);
    const balancer = simulation.resource("aws:lb/loadBalancer:LoadBalancer", "front-door");
    assert.equal(balancer.inputs.enableDeletionProtection, true);
    assert.equal(balancer.protect, true);
    assert.equal(simulation.resource("aws:s3/bucket:Bucket", "front-door-logs").protect, true);
  });

  it("gives target groups of long names names of their own", async () => {
    const long = (end: string): string => `a-workload-with-quite-a-long-name-${end}`;
    const { simulation } = await build({ [long("one")]: shop.orders, [long("two")]: shop.payments });
    const names = simulation.ofType(GROUP).map(({ inputs }) => text(inputs.name));
    assert.equal(new Set(names).size, 2);
    for (const name of names) assert.ok(name.length <= nameLimits["target-group"].maxLength, name);
  });

  it("declares itself, and each workload's targets with their objective", async () => {
    const { frontDoor } = await build(shop);
    const kinds = frontDoor.declarations.flatMap((declaration) =>
      declaration.family === "monitored" ? [`${declaration.kind} ${declaration.name}`] : [],
    );
    assert.deepEqual(kinds, [
      "load-balancer front-door",
      "certificate front-door",
      "certificate front-door-own",
      "web-acl front-door",
      "canary front-door",
      "app-monitor front-door",
      "log-group aws-waf-logs-dev-front-door-web-acl",
      "target-group web",
      "target-group orders",
      "target-group payments",
    ]);
  });
});
