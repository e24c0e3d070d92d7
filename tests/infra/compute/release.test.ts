import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import type { ComputeCatalogue, ReleaseWay, ServiceSpec } from "../../../infra/compute/compute-args";
import { releaseProblems, releaseSizeProblems } from "../../../infra/compute/release";
import { always, buildAll, of, statements } from "./built";

const SERVICE = "aws:ecs/service:Service";
const GROUP = "aws:lb/targetGroup:TargetGroup";
const RULE = "aws:lb/listenerRule:ListenerRule";
const POLICY = "aws:appautoscaling/policy:Policy";

interface Rule {
  readonly actions: readonly [{ readonly forward: { readonly targetGroups: readonly Weight[] } }];
}

interface Weight {
  readonly arn: string;
  readonly weight: number;
}

describe("a release beside the running version", function () {
  this.timeout(240_000);
  before(buildAll);

  const shifting = ["customers", "catalogue"];

  it("has two target groups that differ in their names alone, and all requests at the first one", () => {
    const { simulation } = of("small");
    for (const name of shifting) {
      const one = simulation.resource(GROUP, `compute-front-door-${name}`);
      const other = simulation.resource(GROUP, `compute-front-door-${name}.other`);
      const same = ({ inputs }: typeof one): object => ({ ...inputs, name: "", tags: {}, tagsAll: {} });
      assert.deepEqual(same(one), same(other));
      assert.notEqual(one.inputs.name, other.inputs.name);
      const { actions } = simulation.inputsOf(
        RULE,
        `compute-front-door-listeners-${name}.8080`,
      ) as unknown as Rule;
      assert.deepEqual(actions[0].forward.targetGroups, [
        { arn: one.outputs.arn, weight: 100 },
        { arn: other.outputs.arn, weight: 0 },
      ]);
    }
  });

  it("leaves weights to ECS, and nothing else of any rule", () => {
    for (const { name, ignoreChanges } of of("small").simulation.ofType(RULE)) {
      const own = shifting.some((service) => name.endsWith(`-${service}.8080`));
      assert.deepEqual([...ignoreChanges], own ? ["actions[0].forward.targetGroups"] : [], name);
    }
  });

  it("tells ECS which rule and groups are its own, and how long to watch", () => {
    const { simulation, args } = of("small");
    const { bakeMinutes, canaryPercent, canaryMinutes } = args.sizes.release;
    const strategies = { customers: "BLUE_GREEN", catalogue: "CANARY" };
    for (const [name, strategy] of Object.entries(strategies)) {
      const { loadBalancers, deploymentConfiguration } = simulation.inputsOf(SERVICE, `compute-${name}`);
      assert.deepEqual(deploymentConfiguration, {
        strategy,
        bakeTimeInMinutes: String(bakeMinutes),
        ...(strategy === "CANARY"
          ? { canaryConfiguration: { canaryPercent, canaryBakeTimeInMinutes: String(canaryMinutes) } }
          : {}),
      });
      const [balancer] = loadBalancers as unknown as readonly [{ advancedConfiguration: object }];
      assert.deepEqual(balancer.advancedConfiguration, {
        alternateTargetGroupArn: simulation.resource(GROUP, `compute-front-door-${name}.other`).outputs.arn,
        productionListenerRule: simulation.resource(RULE, `compute-front-door-listeners-${name}.8080`).outputs
          .arn,
        roleArn: simulation.resource("aws:iam/role:Role", `compute-${name}-shifter`).outputs.arn,
      });
    }
    assert.equal(simulation.inputsOf(SERVICE, "compute-orders").deploymentConfiguration, undefined);
  });

  it(
    "lets ECS change that rule and those groups, and no others",
    always(({ simulation }) => {
      for (const name of shifting) {
        const changing = statements(
          simulation.resource("aws:iam/rolePolicy:RolePolicy", `compute-${name}-shifter`),
        )
          .filter(({ Action }) => Action.some((action) => !action.includes(":Describe")))
          .flatMap(({ Resource = [] }) => Resource);
        assert.deepEqual(
          new Set(changing),
          new Set([
            simulation.resource(RULE, `compute-front-door-listeners-${name}.8080`).outputs.arn,
            simulation.resource(GROUP, `compute-front-door-${name}`).outputs.arn,
            simulation.resource(GROUP, `compute-front-door-${name}.other`).outputs.arn,
          ]),
        );
      }
    }),
  );

  it("scales and is called off by the requests of both groups", () => {
    const { simulation } = of("small");
    for (const name of shifting) {
      const suffixes = [`compute-front-door-${name}`, `compute-front-door-${name}.other`].map(
        (group) => simulation.resource(GROUP, group).outputs.arnSuffix,
      );
      const seen = [
        simulation.inputsOf(POLICY, `compute-${name}-scaling-requests`),
        ...["errors", "slow"].map((word) =>
          simulation.inputsOf("aws:cloudwatch/metricAlarm:MetricAlarm", `compute-${name}-rollback-${word}`),
        ),
      ];
      for (const inputs of seen)
        for (const suffix of suffixes)
          assert.ok(JSON.stringify(inputs).includes(JSON.stringify(suffix)), name);
    }
  });
});

const spec: ServiceSpec = {
  description: "A service",
  owner: "a-team",
  criticality: "high",
  port: 8080,
  healthPath: "/health",
  latencyObjectiveMs: 500,
  paths: ["/a/*"],
};

function problemsOf(service: Partial<ServiceSpec>, partner = false): readonly string[] {
  const catalogue: ComputeCatalogue = {
    services: { a: { ...spec, ...service } },
    fleets: {},
    partnerRoutes: partner ? { bank: { workload: "a", paths: ["/partners/bank/*"] } } : {},
    serviceTls: true,
    partnerCertificates: false,
  };
  return releaseProblems(catalogue).map(({ path, allowed }) => `${path.join(".")}: ${allowed}`);
}

describe("how a service is released", () => {
  it("is task by task, wherever there is no rule that ECS could move", () => {
    for (const release of ["blue-green", "canary"] as const) {
      assert.deepEqual(problemsOf({ release }), []);
      assert.match(
        problemsOf({ release, paths: [] }).join(),
        /services\.a\.release: rolling, .*without paths/,
      );
      assert.match(problemsOf({ release, paths: ["/*"] }).join(), /rolling, .*\/\* leads to/);
      assert.match(problemsOf({ release }, true).join(), /rolling, .*partners/);
    }
    for (const service of [{ release: "rolling" as const, paths: ["/*"] }, { paths: [] }])
      assert.deepEqual(problemsOf(service, true), []);
  });

  it("is one of three words", () => {
    // What somebody writes without the compiler.
    assert.match(problemsOf({ release: "green" as ReleaseWay }).join(), /rolling, blue-green, canary/);
  });

  it("is watched for what ECS takes, and no longer", () => {
    const minutes = fc.integer({ min: -10, max: 2000 });
    fc.assert(
      fc.property(
        minutes,
        minutes,
        fc.integer({ min: -10, max: 120 }),
        (bakeMinutes, canaryMinutes, canaryPercent) => {
          const wrong = releaseSizeProblems(["release"], { bakeMinutes, canaryMinutes, canaryPercent });
          const fits = (value: number, least: number, most: number): boolean =>
            value >= least && value <= most;
          assert.deepEqual(
            wrong.map(({ path }) => path.at(-1)),
            [
              ...(fits(bakeMinutes, 0, 1440) ? [] : ["bakeMinutes"]),
              ...(fits(canaryPercent, 1, 99) ? [] : ["canaryPercent"]),
              ...(fits(canaryMinutes, 0, 1440) ? [] : ["canaryMinutes"]),
            ],
          );
        },
      ),
    );
  });
});
