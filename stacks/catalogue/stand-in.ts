import type { BackupArgs } from "../../infra/backup/settings";
import type { ComputeArgs } from "../../infra/compute/settings";
import type { BudgetSizes } from "../../infra/cost/settings";
import type { DataArgs } from "../../infra/data/settings";
import type { IntegrationArgs } from "../../infra/integration/settings";
import type { MonitoringSizes } from "../../infra/monitoring/settings";
import type { OperationsArgs } from "../../infra/operations/settings";
import { cacheUsers, computeCatalogue, workloadsOf } from "./derived";
import type { Catalogue } from "./types";

/**
 * What stands in for the rest of a layer's arguments where only its catalogue, or only its sizes, are judged; what the
 * layer says of a stand-in is not heard.
 */
const scope = { environment: "standin", accountId: "111122223333", region: "eu-west-1" } as const;

const zones = [
  { id: "euw1-az1", name: "eu-west-1a" },
  { id: "euw1-az2", name: "eu-west-1b" },
];
const subnets = zones.map(({ id }, position) => ({
  id: `subnet-${position}`,
  zoneId: id,
  cidr: `10.0.${position}.0/24`,
}));
const placement = {
  vpcId: "vpc-0",
  vpcCidr: "10.0.0.0/16",
  zones,
  subnets: { public: subnets, app: subnets, data: subnets, endpoints: subnets },
};
const key = { arn: "arn:aws:kms:eu-west-1:111122223333:key/0", id: "0" };

/** Stands in for a data layer's arguments but its catalogue. */
export function dataStandIn(catalogue: Catalogue): Omit<DataArgs, "catalogue"> {
  return {
    scope,
    placement,
    cacheUsers: cacheUsers(catalogue),
    sizes: {
      protect: true,
      keyDeletionWindowDays: 30,
      logRetentionDays: 30,
      backupWindow: "01:00-02:00",
      maintenanceWindow: "sun:03:00-sun:04:00",
      databases: {},
      tables: {},
      caches: {},
      buckets: {},
    },
  };
}

/** Stands in for an integration layer's arguments but its catalogue. */
export function integrationStandIn({ domains }: Catalogue): Omit<IntegrationArgs, "catalogue"> {
  return {
    scope,
    keys: Object.fromEntries(Object.keys(domains).map((domain) => [domain, key])),
    sizes: { archiveDays: 30, logRetentionDays: 30, partners: {} },
    owner: "nobody",
  };
}

/** Stands in for a backup layer's arguments. */
export function backupStandIn(): BackupArgs {
  return {
    scope,
    subjects: [],
    placement,
    key,
    owner: "nobody",
    receivers: { page: {}, ticket: {} },
    databaseWindows: { backupWindow: "01:00-02:00", maintenanceWindow: "sun:03:00-sun:04:00" },
    sizes: {
      protect: true,
      copyRegion: "eu-central-1",
      startTime: "05:00",
      breakGlassRole: "break-glass",
      keyDeletionWindowDays: 30,
      logRetentionDays: 30,
      airGappedCopies: false,
      complianceLocks: {},
    },
  };
}

/** Stands in for a compute layer's arguments but its catalogue. */
export function computeStandIn(catalogue: Catalogue): ComputeArgs {
  const nothing = Object.keys(workloadsOf(catalogue)).map(
    (name) => [name, { grants: [], queues: [] }] as const,
  );
  return {
    scope,
    placement,
    key,
    catalogue: computeCatalogue(catalogue),
    uses: Object.fromEntries(nothing),
    sizes: {
      protect: true,
      logRetentionDays: 30,
      containerInsights: "disabled",
      execCommand: false,
      spotPercent: 0,
      rollout: { minimumHealthyPercent: 100, maximumPercent: 200 },
      release: { bakeMinutes: 10, canaryPercent: 10, canaryMinutes: 10 },
      frontDoor: {
        domain: "standin.example.com",
        hostedZoneId: "Z0",
        requestsPerFiveMinutes: 1000,
        logDays: 30,
        visits: "every-five-minutes",
        realUsers: { measured: true, percent: 100 },
        failover: { role: "none" },
        reach: { path: "/", intervalSeconds: 30, measureLatency: false },
        zones: { autoshift: false, blockedWindows: [] },
      },
      services: {},
      fleets: {},
    },
    tags: {},
    owner: "nobody",
  };
}

const standInSubscriber = { nobody: { protocol: "email", endpoint: "nobody@example.com" } } as const;

/** Stands in for how an environment is watched. */
export const monitoringStandIn: MonitoringSizes = {
  protect: true,
  accountEvents: false,
  telemetry: { tracePercent: 0, anomalies: false },
  subscriptions: { page: standInSubscriber, ticket: standInSubscriber, notice: standInSubscriber },
  mutes: {},
};

/** Stands in for what an environment may cost. */
export const budgetStandIn: BudgetSizes = {
  emails: [],
  monthlyUsd: 1_000_000,
  dailyUsd: 0.01,
  services: {},
};
/** Stands in for how an environment is operated. */
export const operationsStandIn: Pick<OperationsArgs, "criticality" | "scope" | "sizes" | "stopAlarmArns"> = {
  scope,
  criticality: "standard",
  stopAlarmArns: [""],
  sizes: { approvers: ["nobody"], automatic: [] },
};
