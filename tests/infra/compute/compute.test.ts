import * as assert from "node:assert/strict";

import { nameLimits } from "../../../infra/core/name-limits";
import { computeArgs, fleet, imageOf, service } from "./arguments";
import { always, build, buildAll, type BuiltCompute, of, shown } from "./built";

const things = ({ simulation }: BuiltCompute): readonly string[] =>
  simulation
    .resources()
    .map(({ type, name }) => `${type} ${name}`)
    .sort();

const isOfTls = (thing: string): boolean => /acmpca|ServiceTls|compute-cluster-tls/.test(thing);

describe("a compute layer", function () {
  this.timeout(240_000);
  before(buildAll);

  it("has the same things whatever its sizes", () => {
    assert.deepEqual(things(of("large")), things(of("small")));
  });

  it("has a certificate authority where the catalogue says so, and nothing else by that word", () => {
    const without = things(of("plain"));
    assert.ok(!without.some(isOfTls));
    assert.deepEqual(
      things(of("small")).filter((thing) => !isOfTls(thing)),
      without,
    );
  });

  it(
    "puts everything on the one provider it was given, and below the layer",
    always(({ simulation }) => {
      const managed = simulation.resources().filter(({ custom, type }) => custom && type.startsWith("aws:"));
      assert.ok(managed.length > 200);
      assert.deepEqual(
        [...new Set(managed.map(({ provider }) => provider.split("::").slice(-2)[0]))],
        ["aws"],
      );
      for (const { urn, name } of managed) assert.match(urn, /platform:compute:Compute\$/, name);
    }),
  );

  it(
    "encrypts every log with the key it was given",
    always(({ simulation, args }) => {
      const groups = simulation.ofType("aws:cloudwatch/logGroup:LogGroup");
      for (const { name, inputs } of groups) assert.equal(inputs.kmsKeyId, args.key.arn, name);
    }),
  );

  it(
    "tells pages how they are measured, and nobody whose pages the front door does not lead to",
    always(({ simulation }) => {
      const monitor = simulation.resource("aws:rum/appMonitor:AppMonitor", "compute-front-door-users");
      const told = simulation
        .ofType("aws:ecs/taskDefinition:TaskDefinition")
        .filter(({ inputs }) => shown(inputs.containerDefinitions).includes("REAL_USERS_APP_MONITOR_ID"));
      assert.deepEqual(told.map(({ name }) => name.replace(/^compute-/, "")).sort(), [
        "appointments",
        "catalogue",
        "customers",
        "orders",
        "quotes",
        "web",
      ]);
      for (const { inputs, name } of told) {
        assert.ok(shown(inputs.containerDefinitions).includes(shown(monitor.outputs.appMonitorId)), name);
      }
    }),
  );

  it(
    "gives no task and no instance a public address",
    always(({ simulation }) => {
      for (const { name, inputs } of simulation.ofType("aws:ecs/service:Service")) {
        assert.equal(
          (inputs.networkConfiguration as { assignPublicIp: boolean }).assignPublicIp,
          false,
          name,
        );
      }
      for (const { name, inputs } of simulation.ofType("aws:ec2/launchTemplate:LaunchTemplate")) {
        const interfaces = inputs.networkInterfaces as readonly { associatePublicIpAddress: string }[];
        assert.deepEqual(
          interfaces.map(({ associatePublicIpAddress }) => associatePublicIpAddress),
          ["false"],
          name,
        );
      }
    }),
  );

  it("keeps what cannot be made again where it is told to", () => {
    const kept = (name: "small" | "large"): readonly string[] =>
      [
        ...new Set(
          of(name)
            .simulation.resources()
            .filter((r) => r.protect)
            .map(({ type }) => type),
        ),
      ].sort();
    assert.deepEqual(kept("small"), []);
    for (const type of ["aws:acmpca/certificateAuthority:CertificateAuthority", "aws:kms/key:Key"]) {
      assert.ok(kept("large").includes(type), type);
    }
  });

  it("tells its address and the cluster's name, both plain", () => {
    const { compute } = of("small");
    assert.deepEqual([compute.url, compute.clusterName], ["https://dev.shop.example.com", "dev-compute"]);
  });

  it("can be previewed before anything exists", async () => {
    const { simulation } = await build(computeArgs, true);
    assert.deepEqual(simulation.resources().length, of("small").simulation.resources().length);
  });

  it("keeps long names within AWS's limits, and apart", async () => {
    const long = (end: string): string => `${"after-sales-appointments-of-".repeat(3).slice(0, 61)}x${end}`;
    const [one, other, third] = [long("a"), long("b"), long("c")];
    const size = { cpu: 256, memoryMib: 512, minimum: 1, maximum: 2 };
    const { simulation } = await build({
      ...computeArgs,
      uses: {},
      catalogue: {
        services: { [one]: service({ paths: ["/*"], calls: [other] }), [other]: service() },
        fleets: { [third]: fleet({ paths: ["/third/*"] }) },
        partnerRoutes: {},
        serviceTls: true,
        partnerCertificates: false,
      },
      sizes: {
        ...computeArgs.sizes,
        services: Object.fromEntries([one, other].map((name) => [name, { ...size, image: imageOf("x") }])),
        fleets: Object.fromEntries(
          Object.values(computeArgs.sizes.fleets)
            .slice(0, 1)
            .map((s) => [third, s]),
        ),
      },
    });
    const limits = {
      "aws:iam/role:Role": nameLimits["iam-role"],
      "aws:iam/instanceProfile:InstanceProfile": nameLimits["instance-profile"],
      "aws:ecs/service:Service": nameLimits["ecs-service"],
      "aws:cloudwatch/metricAlarm:MetricAlarm": nameLimits.alarm,
      "aws:autoscaling/group:Group": nameLimits["auto-scaling-group"],
      "aws:ec2/launchTemplate:LaunchTemplate": nameLimits["launch-template"],
      "aws:cloudwatch/logGroup:LogGroup": nameLimits["log-group"],
      "aws:ec2/securityGroup:SecurityGroup": nameLimits["security-group"],
    };
    for (const [type, { maxLength }] of Object.entries(limits)) {
      const names = simulation.ofType(type).map(({ inputs }) => shown(inputs.name));
      assert.ok(names.length > 0, type);
      assert.equal(new Set(names).size, names.length, type);
      for (const name of names) assert.ok(name.length <= maxLength, `${type} ${name}`);
    }
  });
});
