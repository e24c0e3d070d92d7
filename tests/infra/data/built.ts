import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";

import { Data, type DataArgs } from "../../../infra/data";
import { simulate, type Simulation, type SimulatedResource } from "../../../simulator/mocks";

const scope = { environment: "dev", accountId: "111122223333", region: "eu-west-1" } as const;

const entry = { description: "A store of the test", owner: "team-a", criticality: "standard" } as const;
const sales = { ...entry, domain: "sales" } as const;
const customers = { ...entry, domain: "customers" } as const;

const zoneNames = ["euw1-az1", "euw1-az2", "euw1-az3"] as const;

const subnets = {
  public: [],
  app: [],
  endpoints: [],
  data: zoneNames.map((zoneId, index) => ({
    id: `subnet-0000000000000000${index}`,
    zoneId,
    cidr: `10.20.${index}.0/24`,
  })),
};

/** A catalogue with each kind of thing in it, and each engine. */
const catalogue: DataArgs["catalogue"] = {
  domains: {
    platform: { ...entry, dataClass: "internal" },
    sales: { ...entry, dataClass: "confidential" },
    customers: { ...entry, dataClass: "restricted", criticality: "critical" },
  },
  databases: {
    orders: { ...sales, engine: "aurora-postgresql", majorVersion: "17", databaseName: "orders" },
    quotes: { ...sales, engine: "aurora-mysql", majorVersion: "8.0", databaseName: "quotes" },
    people: { ...customers, engine: "postgres", majorVersion: "17", databaseName: "people" },
    legacy: { ...sales, engine: "mysql", majorVersion: "8.4", databaseName: "legacy" },
    ledger: { ...sales, engine: "mariadb", majorVersion: "11.4", databaseName: "ledger" },
  },
  tables: {
    idempotency: {
      ...sales,
      partitionKey: { name: "consumer", type: "S" },
      sortKey: { name: "event", type: "S" },
      timeToLive: "expiresAt",
    },
    appointments: {
      ...customers,
      partitionKey: { name: "id", type: "S" },
      indexes: { "by-day": { partitionKey: { name: "day", type: "S" }, sortKey: { name: "id", type: "S" } } },
    },
    counters: { ...sales, partitionKey: { name: "id", type: "S" }, capacityMode: "provisioned" },
  },
  caches: { sessions: { ...customers, engine: "valkey", majorVersion: "8" } },
  buckets: { documents: customers, exports: sales },
  secrets: { "payment-gateway": sales },
};

const common = { backupRetentionDays: 7, insights: "standard", monitoringSeconds: 60 } as const;
const small = {
  ...common,
  instanceClass: "db.t4g.small",
  storageGib: { allocated: 20, maximum: 100 },
  multiAz: false,
};

/** Arguments of a layer with everything in it; sizes of a small environment. */
export const dataArgs: DataArgs = {
  scope,
  placement: {
    vpcId: "vpc-00000000000000000",
    vpcCidr: "10.20.0.0/16",
    zones: zoneNames.map((id, index) => ({ id, name: `eu-west-1${"abc".charAt(index)}` })),
    subnets,
  },
  catalogue,
  cacheUsers: { sessions: { web: "write", reports: "read" } },
  sizes: {
    protect: false,
    keyDeletionWindowDays: 7,
    logRetentionDays: 30,
    backupWindow: "01:00-02:00",
    maintenanceWindow: "sun:03:00-sun:04:00",
    databases: {
      orders: { ...common, capacity: { minimumAcu: 0, maximumAcu: 4 }, readers: { minimum: 0, maximum: 1 } },
      quotes: {
        ...common,
        capacity: { minimumAcu: 0.5, maximumAcu: 4 },
        readers: { minimum: 0, maximum: 0 },
      },
      people: small,
      legacy: small,
      ledger: small,
    },
    tables: {
      idempotency: "on-demand",
      appointments: "on-demand",
      counters: { read: { minimum: 1, maximum: 2 }, write: { minimum: 1, maximum: 2 } },
    },
    caches: { sessions: { nodeType: "cache.t4g.small", replicas: 1, snapshotRetentionDays: 0 } },
    buckets: {
      documents: { noncurrentVersionDays: 7, infrequentAccessAfterDays: 30 },
      exports: { noncurrentVersionDays: 1, infrequentAccessAfterDays: 30 },
    },
  },
};

const thorough = { backupRetentionDays: 35, insights: "advanced", monitoringSeconds: 1 } as const;
const large = {
  ...thorough,
  instanceClass: "db.r8g.2xlarge",
  storageGib: { allocated: 500, maximum: 4000 },
  multiAz: true,
};

/** The same with the sizes of a large environment: every size another one. */
export const largeArgs: DataArgs = {
  ...dataArgs,
  sizes: {
    protect: true,
    keyDeletionWindowDays: 30,
    logRetentionDays: 365,
    backupWindow: "22:30-23:45",
    maintenanceWindow: "sun:23:45-mon:01:00",
    databases: {
      orders: {
        ...thorough,
        capacity: { instanceClass: "db.r8g.xlarge" },
        readers: { minimum: 1, maximum: 5 },
      },
      quotes: {
        ...thorough,
        capacity: { instanceClass: "db.r8g.large" },
        readers: { minimum: 2, maximum: 15 },
      },
      people: large,
      legacy: large,
      ledger: large,
    },
    tables: {
      ...dataArgs.sizes.tables,
      counters: { read: { minimum: 100, maximum: 4000 }, write: { minimum: 50, maximum: 2000 } },
    },
    caches: { sessions: { nodeType: "cache.r7g.large", replicas: 2, snapshotRetentionDays: 14 } },
    buckets: {
      documents: { noncurrentVersionDays: 365, infrequentAccessAfterDays: 90 },
      exports: { noncurrentVersionDays: 30, infrequentAccessAfterDays: 45 },
    },
  },
};

/** The layers that invariants are checked on. */
const cases = {
  small: dataArgs,
  large: largeArgs,
  "keys alone": {
    ...dataArgs,
    catalogue: { ...catalogue, databases: {}, tables: {}, caches: {}, buckets: {}, secrets: {} },
    cacheUsers: {},
    sizes: { ...dataArgs.sizes, databases: {}, tables: {}, caches: {}, buckets: {} },
  },
} satisfies Record<string, DataArgs>;

/** One of the layers that invariants are checked on. */
export type Case = keyof typeof cases;

/** A layer that was built against simulated AWS. */
export interface BuiltData {
  /** What it was asked for. */
  readonly args: DataArgs;
  /** The component. */
  readonly data: Data;
  /** What it registered. */
  readonly simulation: Simulation;
}

const built = new Map<Case, BuiltData>();

/** Builds the layers, once for all tests of a run. Simulations follow one another: the last that began answers. */
export async function buildAll(): Promise<void> {
  // The keys of a constant are its own.
  for (const name of Object.keys(cases) as Case[]) {
    if (!built.has(name)) built.set(name, await build(cases[name]));
  }
}

/** Builds a layer. */
export async function build(args: DataArgs): Promise<BuiltData> {
  const simulation = simulate({ project: "platform", stack: "test", existing: existing(args) });
  const data = await simulation.run(() => {
    const provider = new aws.Provider("aws", {
      region: "eu-west-1",
      allowedAccountIds: [args.scope.accountId],
      defaultTags: { tags: { Environment: args.scope.environment } },
    });
    return new Data("data", args, { providers: [provider] });
  });
  return { args, data, simulation };
}

/** The network's part of the world. */
function existing({
  placement,
}: DataArgs): { type: string; id: string; attributes: Record<string, string> }[] {
  const vpcId = known(placement.vpcId);
  return [
    { type: "aws:ec2/vpc:Vpc", id: vpcId, attributes: {} },
    ...placement.subnets.data.map(({ id, zoneId }) => ({
      type: subnetType,
      id: known(id),
      attributes: { vpcId, availabilityZone: zoneId },
    })),
  ];
}

/** An id of the test's network, which is plain. */
function known(id: unknown): string {
  assert.ok(typeof id === "string");
  return id;
}

const subnetType = "aws:ec2/subnet:Subnet";

/** One of the layers, built before by {@link buildAll}. */
export function of(name: Case): BuiltData {
  const found = built.get(name);
  assert.ok(found !== undefined, name);
  return found;
}

/** A test that checks something on every layer. */
export function always(check: (built: BuiltData) => void): () => void {
  return () => {
    for (const layer of built.values()) check(layer);
  };
}

/** A property that is text. */
export function text(resource: SimulatedResource, property: string): string {
  const value = resource.inputs[property];
  assert.ok(typeof value === "string", `${resource.name}.${property}`);
  return value;
}

/** A statement of a policy document, as JSON has it. */
export interface StatementJson {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | Readonly<Record<string, readonly string[]>>;
  readonly Action: readonly string[];
  readonly Resource?: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** Statements of a policy document. */
export function statements(resource: SimulatedResource, property = "policy"): readonly StatementJson[] {
  return (JSON.parse(text(resource, property)) as { Statement: StatementJson[] }).Statement;
}
