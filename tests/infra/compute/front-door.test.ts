import * as assert from "node:assert/strict";

import type { FrontDoorSizes } from "../../../infra/compute/compute-args";
import { nameLimits } from "../../../infra/core/name-limits";
import type { SimulatedResource, Simulation } from "../../../simulator/mocks";
import { build, destination, shop, text } from "./front-door-built";

const LISTENER = "aws:lb/listener:Listener";
const RULE = "aws:lb/listenerRule:ListenerRule";
const GROUP = "aws:lb/targetGroup:TargetGroup";

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
