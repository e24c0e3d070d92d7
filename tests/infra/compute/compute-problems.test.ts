import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";
import * as fc from "fast-check";

import { Compute, type ComputeArgs } from "../../../infra/compute";
import { computeProblems } from "../../../infra/compute/settings";
import { computeArgs, databaseGrant, fleet, largeArgs, plainArgs, secretGrant, service } from "./arguments";
import { emptyWorld } from "./built";

interface Different {
  readonly catalogue?: Partial<ComputeArgs["catalogue"]>;
  readonly sizes?: Partial<ComputeArgs["sizes"]>;
  readonly uses?: ComputeArgs["uses"];
}

const differing = ({ catalogue = {}, sizes = {}, uses = computeArgs.uses }: Different): ComputeArgs => ({
  ...computeArgs,
  catalogue: { ...computeArgs.catalogue, ...catalogue },
  sizes: { ...computeArgs.sizes, ...sizes },
  uses,
});

const pathsOf = (args: ComputeArgs): readonly string[] =>
  computeProblems(args).map(({ path }) => path.join("."));

const { services, fleets } = computeArgs.catalogue;
const web = (different: Parameters<typeof service>[0]) => ({
  catalogue: { services: { ...services, web: service(different) } },
});
const orders = (different: Partial<ComputeArgs["sizes"]["services"][string]>) => {
  const size = computeArgs.sizes.services.orders;
  assert.ok(size !== undefined);
  return { sizes: { services: { ...computeArgs.sizes.services, orders: { ...size, ...different } } } };
};
const workshop = (different: Partial<ComputeArgs["sizes"]["fleets"][string]>) => {
  const size = computeArgs.sizes.fleets.workshop;
  assert.ok(size !== undefined);
  return { sizes: { fleets: { ...computeArgs.sizes.fleets, workshop: { ...size, ...different } } } };
};
const door = (different: Partial<ComputeArgs["sizes"]["frontDoor"]>) => ({
  sizes: { frontDoor: { ...computeArgs.sizes.frontDoor, ...different } },
});
const used = (...grants: ComputeArgs["uses"][string]["grants"]) => ({
  uses: { orders: { grants, queues: [] } },
});

/** One mistake each, and where it is reported. */
const mistakes: Readonly<Record<string, readonly [Different, ...string[]]>> = {
  "a port that needs rights": [web({ port: 80 }), "catalogue.services.web.port"],
  "the proxy's own port": [web({ port: 10443 }), "catalogue.services.web.port"],
  "a health path without a slash": [web({ healthPath: "health" }), "catalogue.services.web.healthPath"],
  "an objective of nothing": [web({ latencyObjectiveMs: 0 }), "catalogue.services.web.latencyObjectiveMs"],
  "an owner that no tag takes": [web({ owner: "a*b" }), "catalogue.services.web.owner"],
  "a call of nobody": [web({ calls: ["nobody"] }), "catalogue.services.web.calls.0"],
  "a call of oneself": [web({ calls: ["web"] }), "catalogue.services.web.calls.0"],
  "a call twice": [web({ calls: ["pricing", "pricing"] }), "catalogue.services.web.calls.1"],
  "a call of a fleet that the front door does not lead to": [
    web({ calls: ["batch"] }),
    "catalogue.services.web.calls.0",
  ],
  "calls in a circle": [
    { catalogue: { services: { ...services, pricing: service({ calls: ["catalogue"] }) } } },
    "catalogue.services.pricing.calls",
  ],
  "a path that two workloads claim": [
    { catalogue: { services: { ...services, web: service({ paths: ["/orders/*"] }) } } },
    "catalogue.services.orders.paths.0",
  ],
  "a fleet with a service's name": [
    {
      catalogue: { fleets: { ...fleets, pricing: fleet() } },
      sizes: { fleets: { ...computeArgs.sizes.fleets, ...rename("workshop", "pricing") } },
    },
    "catalogue.fleets.pricing",
  ],
  "a partner's way to nobody": [
    { catalogue: { partnerRoutes: { bank: { workload: "nobody", paths: ["/bank"] } } } },
    "catalogue.partnerRoutes.bank.workload",
  ],
  "a partner's way without a path": [
    { catalogue: { partnerRoutes: { bank: { workload: "orders", paths: [] } } } },
    "catalogue.partnerRoutes.bank.paths",
  ],
  "all on Spot": [{ sizes: { spotPercent: 100 } }, "sizes.spotPercent"],
  "more healthy tasks than there are": [
    { sizes: { rollout: { minimumHealthyPercent: 101, maximumPercent: 200 } } },
    "sizes.rollout.minimumHealthyPercent",
  ],
  "no room for a new version": [
    { sizes: { rollout: { minimumHealthyPercent: 0, maximumPercent: 100 } } },
    "sizes.rollout.maximumPercent",
  ],
  "authorities of partners who show no certificate": [
    door({ partnerTrust: { bucket: "trust", key: "partners.pem" } }),
    "sizes.frontDoor.partnerTrust",
  ],
  "partners who show certificates of nobody": [
    { catalogue: { partnerCertificates: true } },
    "sizes.frontDoor.partnerTrust",
  ],
  "an image by tag": [orders({ image: "registry.example.com/orders:1" }), "sizes.services.orders.image"],
  "a CPU size that is not offered": [orders({ cpu: 300 }), "sizes.services.orders.cpu"],
  "memory that does not go with the CPU": [orders({ memoryMib: 4096 }), "sizes.services.orders.memoryMib"],
  "no task at all": [orders({ minimum: 0 }), "sizes.services.orders.minimum"],
  "fewer at most than at least": [orders({ minimum: 3, maximum: 2 }), "sizes.services.orders.maximum"],
  "an instance type that is not known": [
    workshop({ instanceType: "m1.small" }),
    "sizes.fleets.workshop.instanceType",
  ],
  "a volume smaller than its image": [workshop({ volumeGib: 4 }), "sizes.fleets.workshop.volumeGib"],
  "an endless life": [workshop({ maximumLifetimeDays: 400 }), "sizes.fleets.workshop.maximumLifetimeDays"],
  "a domain with a capital": [door({ domain: "Shop.example.com" }), "sizes.frontDoor.domain"],
  "a zone that is none": [door({ hostedZoneId: "example.com" }), "sizes.frontDoor.hostedZoneId"],
  "a limit that stops everybody": [
    door({ requestsPerFiveMinutes: 1 }),
    "sizes.frontDoor.requestsPerFiveMinutes",
  ],
  "a measuring of nobody that is on": [
    door({ realUsers: { measured: true, percent: 0 } }),
    "sizes.frontDoor.realUsers.percent",
  ],
  "a domain that leaves its Region no room": [
    door({ domain: `${"shop.".repeat(47)}example` }),
    "sizes.frontDoor.domain",
  ],
  "a switch where nobody else answers": [
    door({ failover: { role: "none", healthCheckId: "abcdef11-2222-3333-4444-555555fedcba" } }),
    "sizes.frontDoor.failover.healthCheckId",
  ],
  "a switch that is no health check": [
    door({ failover: { role: "primary", healthCheckId: "front-door" } }),
    "sizes.frontDoor.failover.healthCheckId",
  ],
  "a path that is none": [
    door({ reach: { path: "health", intervalSeconds: 30, measureLatency: false } }),
    "sizes.frontDoor.reach.path",
  ],
  "a shift away from the only zone that has somebody": [
    door({ zones: { autoshift: true, blockedWindows: [] } }),
    "sizes.frontDoor.zones.autoshift",
  ],
  "a missing size and an unknown one": [
    { sizes: { fleets: { ...rename("workshop", "garage"), ...only("batch") } } },
    "sizes.fleets.workshop",
    "sizes.fleets.garage",
  ],
  "uses of nobody": [{ uses: { nobody: { grants: [], queues: [] } } }, "uses.nobody"],
  "two grants with one setting": [
    used(databaseGrant, { ...secretGrant, settings: databaseGrant.settings }),
    "uses.orders.grants.1.settings.DATABASE_SALES_HOST",
  ],
  "a grant that takes the workload's own setting": [
    used({ ...secretGrant, settings: { PORT: "1" } }),
    "uses.orders.grants.0.settings.PORT",
  ],
  "a grant that takes what pages are told": [
    used({ ...secretGrant, settings: { REAL_USERS_PERCENT: "1" } }),
    "uses.orders.grants.0.settings.REAL_USERS_PERCENT",
  ],
  "two grants with one sid": [
    used(databaseGrant, { ...secretGrant, statements: databaseGrant.statements }),
    "uses.orders.grants.1.statements",
  ],
  "two connections with the same words": [
    used(databaseGrant, { ...databaseGrant, statements: [], settings: {} }),
    "uses.orders.grants.1.to",
  ],
  "a queue twice": [
    {
      uses: {
        orders: {
          grants: [],
          queues: [
            { key: "a", name: "dev-orders-a", ageObjectiveSeconds: 60 },
            { key: "b", name: "dev-orders-a", ageObjectiveSeconds: 60 },
          ],
        },
      },
    },
    "uses.orders.queues.1.name",
  ],
};

function only(name: string): ComputeArgs["sizes"]["fleets"] {
  return rename(name, name);
}

function rename(from: string, to: string): ComputeArgs["sizes"]["fleets"] {
  const size = computeArgs.sizes.fleets[from];
  assert.ok(size !== undefined);
  return { [to]: size };
}

describe("the judgement of compute's arguments", () => {
  it("finds nothing wrong with environments of any size", () => {
    for (const args of [computeArgs, largeArgs, plainArgs]) assert.deepEqual(computeProblems(args), []);
  });

  for (const [title, [different, ...expected]] of Object.entries(mistakes)) {
    it(`reports ${title}, where it is`, () => {
      assert.deepEqual(pathsOf(differing(different)), expected);
    });
  }

  it("refuses a rollout exactly where some service could neither start a task nor stop one", () => {
    const sizes = computeArgs.sizes.services;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 101, max: 200 }),
        fc.integer({ min: 1, max: 120 }),
        (minimumHealthyPercent, maximumPercent, minimum) => {
          const services = Object.fromEntries(
            Object.entries(sizes).map(([name, size]) => [name, { ...size, minimum, maximum: 200 }]),
          );
          const rollout = { minimumHealthyPercent, maximumPercent };
          // What ECS does: it may run so many, rounded down, and has to keep so many, rounded up.
          const counts = Array.from({ length: 200 }, (_, tasks) => tasks);
          const runs = counts.filter((tasks) => tasks * 100 <= minimum * maximumPercent);
          const keeps = counts.filter((tasks) => tasks * 100 >= minimum * minimumHealthyPercent);
          const stuck = Math.max(...runs) === minimum && Math.min(...keeps) === minimum;
          const found = pathsOf(differing({ sizes: { services, rollout } }));
          assert.equal(found.length > 0, stuck);
          assert.ok(found.every((path) => path === "sizes.rollout"));
        },
      ),
    );
  });

  it("reports names that DNS would not take", () => {
    for (const wrong of ["Web", "-web", "web-", "a--b", "a_b", "a".repeat(64)]) {
      const args = differing({
        catalogue: { services: { [wrong]: service() }, fleets: {}, partnerRoutes: {} },
        sizes: {
          services: Object.fromEntries(
            Object.values(computeArgs.sizes.services)
              .slice(0, 1)
              .map((size) => [wrong, size]),
          ),
          fleets: {},
        },
        uses: {},
      });
      assert.deepEqual(pathsOf(args), [`catalogue.services.${wrong}`], wrong);
    }
  });

  it("wants two zones", () => {
    const app = computeArgs.placement.subnets.app.slice(0, 1);
    const placement = { ...computeArgs.placement, subnets: { ...computeArgs.placement.subnets, app } };
    assert.deepEqual(pathsOf({ ...computeArgs, placement }), ["placement.subnets.app"]);
  });

  it("comes before anything is registered, all at once", async () => {
    const simulation = emptyWorld();
    const provider = new aws.Provider("aws", { region: "eu-west-1" });
    const args = differing({ ...web({ port: 80 }), sizes: { spotPercent: 100 } });
    assert.throws(
      () => new Compute("compute", args, { providers: [provider] }),
      /^Error: compute "compute": 2 mistakes in its arguments\n {2}catalogue\.services\.web\.port: given 80; allowed: .*\n {2}sizes\.spotPercent: given 100; allowed: /,
    );
    await simulation.settled();
    assert.deepEqual(
      simulation.resources().filter(({ type }) => !type.startsWith("pulumi:")),
      [],
    );
  });
});
