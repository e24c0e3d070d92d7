import { holding, text } from "../../stacks/catalogue/event-schema";
import type { Catalogue } from "../../stacks/catalogue/types";
import type { WorkloadConfiguration } from "../../stacks/config";

/** A business of so many services: each has a table, publishes an event that the next one consumes, and calls the next. */
export function businessOf(services: number): Catalogue {
  const names = Array.from({ length: services }, (_, position) => `service-${position}`);
  const entry = { owner: "a-team", criticality: "standard" } as const;
  const byName = <Value>(value: (name: string, next: string) => Value): Record<string, Value> =>
    Object.fromEntries(
      names.map((name, position) => [name, value(name, names[(position + 1) % services] ?? name)]),
    );
  return {
    domains: { platform: { ...entry, description: "Everything", dataClass: "internal" } },
    services: byName((name, next) => ({
      ...entry,
      description: `Service ${name}`,
      port: 8080,
      healthPath: "/health",
      latencyObjectiveMs: 500,
      calls: next === names[0] ? [] : [next],
      uses: { tables: { [name]: "write" } },
    })),
    serviceTls: false,
    partnerCertificates: false,
    fleets: {},
    databases: {},
    tables: byName((name) => ({
      ...entry,
      description: `Table of ${name}`,
      domain: "platform",
      partitionKey: { name: "id", type: "S" },
    })),
    caches: {},
    buckets: {},
    secrets: {},
    events: Object.fromEntries(
      names.map((name, position) => [
        `${name}-changed`,
        {
          ...entry,
          description: `Something of ${name} has changed`,
          version: 1,
          domain: "platform",
          producer: name,
          consumers: {
            [names[(position + 1) % services] ?? name]: {
              handlerTimeoutSeconds: 30,
              ageObjectiveSeconds: 300,
            },
          },
          schema: holding({ id: text }),
        },
      ]),
    ),
    workflows: {},
    partners: {},
  };
}

/** What a small environment of a business would be configured with. */
export function configurationOf({ services, tables }: Catalogue): WorkloadConfiguration {
  const digest = "0".repeat(64);
  const logRetentionDays = 30;
  const onCall = { "on-call": { protocol: "email", endpoint: "a-team@example.com" } } as const;
  return {
    program: "workload",
    identity: {
      region: "eu-west-1",
      accountId: "111122223333",
      profile: undefined,
      tags: {
        environment: "bench",
        service: "shop",
        owner: "a-team",
        costCenter: "retail-4100",
        criticality: "low",
        dataClass: "internal",
      },
    },
    standsInFor: undefined,
    network: {
      cidr: "10.20.0.0/16",
      zones: [
        { id: "euw1-az1", name: "eu-west-1a" },
        { id: "euw1-az2", name: "eu-west-1b" },
      ],
      nat: "per-zone",
      endpoints: { groups: ["containers"], zones: 1 },
      logRetentionDays,
      encryptionControl: "monitor",
      dualStack: false,
      traffic: { awsServicesGbPerMonth: 0, internetGbPerMonth: 0 },
      protect: false,
    },
    data: {
      protect: false,
      keyDeletionWindowDays: 7,
      logRetentionDays,
      backupWindow: "01:00-02:00",
      maintenanceWindow: "sun:03:00-sun:04:00",
      databases: {},
      tables: Object.fromEntries(Object.keys(tables).map((name) => [name, "on-demand"])),
      caches: {},
      buckets: {},
    },
    integration: { archiveDays: 7, logRetentionDays, partners: {} },
    backup: {
      protect: false,
      copyRegion: "eu-central-1",
      startTime: "05:00",
      keyDeletionWindowDays: 7,
      logRetentionDays,
      airGappedCopies: false,
      complianceLocks: {},
    },
    cost: { emails: ["team@example.com"], monthlyUsd: 10_000, dailyUsd: 500, services: {} },
    monitoring: {
      protect: false,
      accountEvents: false,
      telemetry: { tracePercent: 0, anomalies: false },
      subscriptions: { page: onCall, ticket: onCall, notice: onCall },
      objectives: {},
      overrides: {},
      mutes: {},
    },
    operations: { approvers: ["account-approver"], automatic: [] },
    compute: {
      protect: false,
      logRetentionDays,
      containerInsights: "disabled",
      execCommand: false,
      spotPercent: 0,
      rollout: { minimumHealthyPercent: 100, maximumPercent: 200 },
      release: { bakeMinutes: 10, canaryPercent: 10, canaryMinutes: 10 },
      frontDoor: {
        domain: "bench.shop.example.com",
        hostedZoneId: "Z0123456789ABCDEFGHIJ",
        requestsPerFiveMinutes: 1000,
        logDays: 30,
        visits: "every-five-minutes",
        realUsers: { measured: true, percent: 100 },
        failover: { role: "none" },
        reach: { path: "/health", intervalSeconds: 30, measureLatency: false },
        zones: { autoshift: false, blockedWindows: [] },
      },
      services: Object.fromEntries(
        Object.keys(services).map((name) => [
          name,
          {
            image: `111122223333.dkr.ecr.eu-west-1.amazonaws.com/bench/${name}@sha256:${digest}`,
            cpu: 256,
            memoryMib: 512,
            minimum: 1,
            maximum: 2,
          },
        ]),
      ),
      fleets: {},
    },
  };
}
