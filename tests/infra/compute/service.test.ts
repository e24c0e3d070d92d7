import * as assert from "node:assert/strict";

import { executionStatements } from "../../../infra/compute/service-roles";
import { always, buildAll, containerOf, of } from "./built";

const SERVICE = "aws:ecs/service:Service";
const DEFINITION = "aws:ecs/taskDefinition:TaskDefinition";
const TARGET = "aws:appautoscaling/target:Target";
const POLICY = "aws:appautoscaling/policy:Policy";

interface Share {
  readonly capacityProvider: string;
  readonly base?: number;
  readonly weight: number;
}

describe("a service", function () {
  this.timeout(240_000);
  before(buildAll);

  it(
    "is rolled back by itself, by its circuit breaker and by alarms that are there",
    always(({ simulation }) => {
      const alarms = new Set(
        simulation.ofType("aws:cloudwatch/metricAlarm:MetricAlarm").map(({ inputs }) => inputs.name),
      );
      for (const { name, inputs } of simulation.ofType(SERVICE)) {
        assert.deepEqual(inputs.deploymentCircuitBreaker, { enable: true, rollback: true }, name);
        const { alarmNames, enable, rollback } = inputs.alarms as {
          alarmNames: readonly string[];
          enable: boolean;
          rollback: boolean;
        };
        assert.deepEqual([enable, rollback], [true, true]);
        assert.ok(alarmNames.length > 0 && alarmNames.every((alarm) => alarms.has(alarm)), name);
      }
    }),
  );

  it(
    "reports a deployment that was rolled back as failed, since the provider waits for its end",
    always(({ simulation }) => {
      for (const { name, inputs } of simulation.ofType(SERVICE))
        assert.equal(inputs.waitForSteadyState, true, name);
    }),
  );

  it("leaves its count to autoscaling, and to nothing else that is ignored", () => {
    const ignored = of("small")
      .simulation.ofType(SERVICE)
      .map(({ ignoreChanges }) => [...ignoreChanges]);
    assert.equal(ignored.length, 10);
    for (const names of ignored) assert.deepEqual(names, ["desiredCount"]);
    for (const name of ["small", "large"] as const) {
      const { simulation, args } = of(name);
      const { minCapacity, maxCapacity } = simulation.inputsOf(TARGET, "compute-orders-scaling");
      const size = args.sizes.services.orders;
      assert.deepEqual([minCapacity, maxCapacity], [size?.minimum, size?.maximum]);
    }
  });

  it(
    "keeps its minimum on capacity that stays, and can be given another share in place",
    always(({ simulation, args }) => {
      for (const { name, inputs } of simulation.ofType(SERVICE)) {
        const [stays, spot] = inputs.capacityProviderStrategies as unknown as readonly Share[];
        assert.equal(stays?.base, inputs.desiredCount, name);
        assert.deepEqual([stays?.capacityProvider, spot?.capacityProvider], ["FARGATE", "FARGATE_SPOT"]);
        assert.equal(spot?.weight, args.sizes.spotPercent);
        assert.equal(inputs.forceNewDeployment, true);
      }
    }),
  );

  it(
    "is spread over zones, rolled out as its size says, and passes its tags on",
    always(({ simulation, args }) => {
      for (const { name, inputs } of simulation.ofType(SERVICE)) {
        assert.equal(inputs.availabilityZoneRebalancing, "ENABLED", name);
        assert.deepEqual(
          [inputs.deploymentMinimumHealthyPercent, inputs.deploymentMaximumPercent],
          [args.sizes.rollout.minimumHealthyPercent, args.sizes.rollout.maximumPercent],
        );
        assert.deepEqual([inputs.propagateTags, inputs.enableEcsManagedTags], ["SERVICE", true]);
        assert.equal((inputs.tags as { Service: string }).Service, name.replace("compute-", ""));
      }
    }),
  );

  it(
    "scales by CPU and memory, by requests where it is reached, and by each of its queues",
    always(({ simulation, args }) => {
      const found = simulation.ofType(POLICY).map(({ name }) => name.replace("compute-", ""));
      const expected = Object.entries(args.catalogue.services).flatMap(([name, { paths }]) => [
        `${name}-scaling-cpu`,
        `${name}-scaling-memory`,
        ...(paths === undefined ? [] : [`${name}-scaling-requests`]),
        ...(args.uses[name]?.queues ?? []).map((queue) => `${name}-scaling.${queue.key}`),
      ]);
      assert.deepEqual([...found].sort(), expected.sort());
    }),
  );

  it("starts after what it calls, whose address its proxy has to know", () => {
    const { simulation } = of("small");
    const orders = simulation.resource(SERVICE, "compute-orders");
    for (const callee of ["compute-inventory", "compute-pricing"]) {
      const { urn } = simulation.resource(SERVICE, callee);
      assert.ok(orders.dependencies.includes(urn), callee);
    }
  });

  it(
    "runs its image by digest on ARM64, without faults that could be injected",
    always(({ simulation, args }) => {
      for (const definition of simulation.ofType(DEFINITION)) {
        const { image } = containerOf(definition);
        const service = definition.name.replace("compute-", "");
        assert.equal(image, args.sizes.services[service]?.image);
        assert.deepEqual(definition.inputs.runtimePlatform, {
          cpuArchitecture: "ARM64",
          operatingSystemFamily: "LINUX",
        });
        assert.equal(definition.inputs.enableFaultInjection, false);
      }
    }),
  );

  it("speaks TLS to other services by certificates of the authority, or not at all", () => {
    const tlsOf = (name: "small" | "plain"): readonly unknown[] =>
      of(name)
        .simulation.ofType(SERVICE)
        .map(({ inputs }) => {
          const { services } = inputs.serviceConnectConfiguration as {
            services: readonly { tls?: unknown }[];
          };
          return services[0]?.tls;
        });
    assert.ok(tlsOf("small").every((tls) => tls !== undefined));
    assert.ok(tlsOf("plain").every((tls) => tls === undefined));
  });

  it(
    "is called on another port than the balancer's, which speaks no TLS to it",
    always(({ simulation, args }) => {
      for (const { name, inputs } of simulation.ofType(SERVICE)) {
        const { services } = inputs.serviceConnectConfiguration as {
          services: readonly { ingressPortOverride: number }[];
        };
        const own = args.catalogue.services[name.replace("compute-", "")]?.port;
        assert.notEqual(services[0]?.ingressPortOverride, own);
      }
    }),
  );

  it("is told where its callees are: others by name, instances by the front door", () => {
    const environment = containerOf(of("small").simulation.resource(DEFINITION, "compute-web")).environment;
    const values = new Map(
      (environment as readonly { name: string; value: string }[]).map((e) => [e.name, e.value]),
    );
    assert.equal(values.get("WORKLOAD_ORDERS_URL"), "http://orders");
    assert.equal(values.get("WORKLOAD_WORKSHOP_URL"), "https://eu-west-1.dev.shop.example.com");
  });

  it("takes an image of any registry, and only then asks for no rights", () => {
    const log = { name: "/dev/workload/orders", knownArn: "arn:aws:logs:eu-west-1:111122223333:log-group:x" };
    const image = `registry.example.com/orders@sha256:${"0".repeat(64)}`;
    assert.deepEqual(
      executionStatements(image, log).map(({ sid }) => sid),
      ["WriteOwnLog"],
    );
  });
});
