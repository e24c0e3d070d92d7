import * as fc from "fast-check";

import { holding, text, whole } from "../../../stacks/catalogue/event-schema";
import type { Catalogue } from "../../../stacks/catalogue/types";
import type { WorkloadConfiguration } from "../../../stacks/config";

/** What a business might run, and how large. */
export interface Business {
  readonly catalogue: Catalogue;
  readonly sizes: Pick<WorkloadConfiguration, "data" | "integration" | "compute">;
}

type Draw = fc.GeneratorValue;

/** Names as people give them: short ones, and ones of any length that begin alike. */
const name = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9]{1,7}$/),
  fc.stringMatching(/^the-very-long-name-of-a-thing-[a-z0-9]{1,20}$/),
  fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,6}){1,4}$/),
);

const entry = (draw: Draw) => ({
  description: "A thing",
  owner: draw(() => fc.constantFrom("a-team", "another-team")),
  criticality: draw(() => fc.constantFrom("critical", "high", "standard", "low")),
});

const some = (draw: Draw, most: number): readonly string[] =>
  draw(() => fc.uniqueArray(name, { maxLength: most }));

const partOf = (draw: Draw, all: readonly string[]): readonly string[] => draw(() => fc.subarray([...all]));

const byName = <Value>(names: readonly string[], value: (name: string) => Value): Record<string, Value> =>
  Object.fromEntries(names.map((key) => [key, value(key)]));

function stores(draw: Draw) {
  const domain = { domain: "platform" };
  const key = { name: "id", type: "S" } as const;
  const engines = [
    ["aurora-postgresql", "17"],
    ["aurora-mysql", "8.0"],
    ["mysql", "8.4"],
    ["mariadb", "11.4"],
    ["postgres", "17"],
  ] as const;
  return {
    databases: byName(some(draw, 2), () => {
      const [engine, majorVersion] = draw(() => fc.constantFrom(...engines));
      return { ...entry(draw), ...domain, engine, majorVersion, databaseName: "business" };
    }),
    tables: byName(some(draw, 2), () => ({
      ...entry(draw),
      ...domain,
      partitionKey: key,
      ...(draw(fc.boolean) ? { sortKey: { name: "at", type: "N" } as const } : {}),
      ...(draw(fc.boolean) ? { timeToLive: "until" } : {}),
      ...draw(() =>
        fc.constantFrom(
          {},
          { capacityMode: "provisioned" as const },
          { indexes: { "by-place": { partitionKey: { name: "place", type: "S" } as const } } },
        ),
      ),
    })),
    caches: byName(some(draw, 1), () => ({
      ...entry(draw),
      ...domain,
      engine: "valkey" as const,
      majorVersion: "8",
    })),
    buckets: byName(some(draw, 2), () => ({ ...entry(draw), ...domain })),
    secrets: byName(some(draw, 2), () => ({ ...entry(draw), ...domain })),
  };
}

type Stores = ReturnType<typeof stores>;

function uses(draw: Draw, all: Stores) {
  const access = () => draw(() => fc.constantFrom("read", "write"));
  const used = (kind: Exclude<keyof Stores, "secrets">) =>
    byName(partOf(draw, Object.keys(all[kind])), access);
  return {
    databases: used("databases"),
    tables: used("tables"),
    caches: used("caches"),
    buckets: used("buckets"),
    secrets: partOf(draw, Object.keys(all.secrets)),
  };
}

function workloads(draw: Draw, names: readonly string[], all: Stores) {
  const of = (workload: string) => ({
    ...entry(draw),
    port: 8080,
    healthPath: "/health",
    latencyObjectiveMs: 500,
    ...(draw(fc.boolean) ? { paths: [`/api/${workload}/*`] } : {}),
    // Calls lead to services further on in the list, so that there is no circle.
    calls: partOf(draw, names.slice(names.indexOf(workload) + 1)),
    uses: uses(draw, all),
  });
  const released = (workload: string) => {
    const spec = of(workload);
    const release = draw(() => fc.constantFrom("rolling", "blue-green", "canary"));
    return spec.paths === undefined ? spec : { ...spec, release };
  };
  return { services: byName(names, released), of };
}

function events(draw: Draw, names: readonly string[]): Catalogue["events"] {
  if (names.length === 0) return {};
  return byName(some(draw, 3), () => ({
    ...entry(draw),
    version: 1,
    domain: "platform",
    producer: draw(() => fc.constantFrom(...names)),
    consumers: byName(partOf(draw, names), () => ({
      handlerTimeoutSeconds: draw(() => fc.integer({ min: 1, max: 120 })),
      ageObjectiveSeconds: draw(() => fc.integer({ min: 60, max: 3600 })),
    })),
    schema: holding({ id: text }, { count: whole }),
  }));
}

/** Asks somebody, calls a partner where there is one, and ends. */
function workflows(
  draw: Draw,
  names: readonly string[],
  starting: readonly string[],
  partners: readonly string[],
) {
  const [partner] = partners;
  if (names.length === 0 || starting.length === 0) return {};
  return byName(some(draw, 2), (): Catalogue["workflows"][string] => ({
    ...entry(draw),
    startedBy: starting,
    timeoutSeconds: 3600,
    startAt: "ask",
    steps: {
      ask: {
        kind: "ask",
        workload: draw(() => fc.constantFrom(...names)),
        action: "work",
        timeoutSeconds: draw(() => fc.integer({ min: 1, max: 3600 })),
        next: partner === undefined ? "done" : "call",
        onFailure: "failed",
      },
      ...(partner === undefined
        ? {}
        : {
            call: {
              kind: "call" as const,
              partner,
              method: draw(() => fc.constantFrom("GET", "POST", "PUT")),
              path: "/work",
              next: "done",
              onFailure: "failed",
            },
          }),
      done: { kind: "succeed" },
      failed: { kind: "fail", cause: "It was not done" },
    },
  }));
}

function partnersOf(draw: Draw, names: readonly string[], known: Catalogue["events"]): Catalogue["partners"] {
  return byName(some(draw, 2), (partner) => ({
    ...entry(draw),
    authentication: draw(() => fc.constantFrom("oauth", "api-key", "basic")),
    receives: partOf(draw, Object.keys(known)),
    retryHours: draw(() => fc.integer({ min: 1, max: 24 })),
    ...(names.length > 0 && draw(fc.boolean)
      ? {
          inbound: {
            workload: draw(() => fc.constantFrom(...names)),
            paths: [`/partners/${partner}/*`],
          },
        }
      : {}),
  }));
}

function catalogueOf(draw: Draw): Catalogue {
  const all = stores(draw);
  const names = some(draw, 4);
  const { services, of } = workloads(draw, names, all);
  const known = events(draw, names);
  const partners = partnersOf(draw, names, known);
  return {
    ...all,
    domains: { platform: { ...entry(draw), dataClass: "internal" } },
    serviceTls: draw(fc.boolean),
    partnerCertificates: draw(fc.boolean),
    services,
    fleets: byName(some(draw, 1), (fleet) => ({
      ...of(fleet),
      calls: [],
      operatingSystem: "amazon-linux-2023" as const,
    })),
    events: known,
    workflows: workflows(draw, names, partOf(draw, Object.keys(known)), Object.keys(partners)),
    partners,
  };
}

function dataSizes(draw: Draw, { databases, tables, caches, buckets }: Catalogue): Business["sizes"]["data"] {
  const whole = (min: number, max: number) => draw(() => fc.integer({ min, max }));
  const common = () => ({
    backupRetentionDays: whole(1, 35),
    insights: draw(() => fc.constantFrom("standard", "advanced")),
    monitoringSeconds: draw(() => fc.constantFrom(1, 5, 10, 15, 30, 60)),
  });
  return {
    protect: draw(fc.boolean),
    keyDeletionWindowDays: whole(7, 30),
    logRetentionDays: 30,
    backupWindow: "01:00-02:00",
    maintenanceWindow: "sun:03:00-sun:04:00",
    databases: byName(Object.keys(databases), (key) =>
      databases[key]?.engine.startsWith("aurora-") === true
        ? {
            capacity: { minimumAcu: whole(1, 4), maximumAcu: whole(4, 256) },
            readers: { minimum: whole(0, 2), maximum: whole(2, 15) },
            ...common(),
          }
        : {
            instanceClass: draw(() => fc.constantFrom("db.t4g.medium", "db.m7g.large")),
            storageGib: { allocated: whole(20, 100), maximum: whole(200, 1000) },
            multiAz: draw(fc.boolean),
            ...common(),
          },
    ),
    tables: byName(Object.keys(tables), (key) =>
      tables[key]?.capacityMode === "provisioned"
        ? {
            read: { minimum: whole(1, 10), maximum: whole(10, 100) },
            write: { minimum: whole(1, 10), maximum: whole(10, 100) },
          }
        : ("on-demand" as const),
    ),
    caches: byName(Object.keys(caches), () => ({
      nodeType: "cache.t4g.micro",
      replicas: whole(1, 5),
      snapshotRetentionDays: whole(0, 35),
    })),
    buckets: byName(Object.keys(buckets), () => ({
      noncurrentVersionDays: whole(1, 90),
      infrequentAccessAfterDays: whole(30, 90),
    })),
  };
}

function computeSizes(
  draw: Draw,
  { services, fleets, partnerCertificates }: Catalogue,
): Business["sizes"]["compute"] {
  const whole = (min: number, max: number) => draw(() => fc.integer({ min, max }));
  const image = `111122223333.dkr.ecr.eu-west-1.amazonaws.com/a/b@sha256:${"0".repeat(64)}`;
  return {
    protect: draw(fc.boolean),
    logRetentionDays: 30,
    containerInsights: draw(() => fc.constantFrom("disabled", "enabled", "enhanced")),
    execCommand: draw(fc.boolean),
    spotPercent: whole(0, 99),
    rollout: { minimumHealthyPercent: whole(0, 100), maximumPercent: 200 },
    release: { bakeMinutes: whole(0, 1440), canaryPercent: whole(1, 99), canaryMinutes: whole(0, 1440) },
    frontDoor: {
      domain: "any.shop.example.com",
      hostedZoneId: "Z0123456789ABCDEFGHIJ",
      requestsPerFiveMinutes: whole(100, 10_000),
      logDays: 30,
      visits: "every-five-minutes",
      realUsers: { measured: draw(fc.boolean), percent: whole(1, 100) },
      failover: { role: "none" },
      reach: { path: "/health", intervalSeconds: 30, measureLatency: false },
      zones: { autoshift: false, blockedWindows: [] },
      ...(partnerCertificates ? { partnerTrust: { bucket: "trust", key: "partners.pem" } } : {}),
    },
    services: byName(Object.keys(services), () => {
      const [cpu, memoryMib] = draw(() =>
        fc.constantFrom<readonly [number, number]>([256, 512], [1024, 8192], [16_384, 122_880]),
      );
      return { image, cpu, memoryMib, minimum: whole(1, 3), maximum: whole(3, 30) };
    }),
    fleets: byName(Object.keys(fleets), () => ({
      instanceType: draw(() => fc.constantFrom("t4g.small", "m7g.large")),
      minimum: whole(1, 2),
      maximum: whole(2, 20),
      volumeGib: whole(20, 200),
      maximumLifetimeDays: whole(7, 60),
    })),
  };
}

/** Any business: catalogue and sizes, as somebody might write them; not all of them are accepted. */
export const businesses: fc.Arbitrary<Business> = fc.gen().map((draw) => {
  const catalogue = catalogueOf(draw);
  const integration = {
    archiveDays: draw(() => fc.integer({ min: 1, max: 365 })),
    logRetentionDays: 30 as const,
    partners: byName(Object.keys(catalogue.partners), () => ({
      baseUrl: "https://partner.example.net/v1",
      callsPerSecond: draw(() => fc.integer({ min: 1, max: 300 })),
    })),
  };
  return {
    catalogue,
    sizes: { data: dataSizes(draw, catalogue), integration, compute: computeSizes(draw, catalogue) },
  };
});
