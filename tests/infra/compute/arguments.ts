import type {
  FleetSpec,
  FrontDoorSizes,
  PartnerRoute,
  ServiceSpec,
  WorkloadSpec,
} from "../../../infra/compute/compute-args";
import type { ComputeArgs } from "../../../infra/compute";
import type { Grant } from "../../../infra/core/grant";

/** Region and account of all tests. */
const scope = { environment: "dev", accountId: "111122223333", region: "eu-west-1" } as const;

const zones = ["a", "b", "c"].map((letter, position) => ({
  id: `euw1-az${position + 1}`,
  name: `eu-west-1${letter}`,
}));

const subnets = (digit: number) =>
  zones.map(({ id }, position) => ({
    id: `subnet-0${digit}0000000000000${position}`,
    zoneId: id,
    cidr: `10.20.${16 * digit + position}.0/24`,
  }));

/** Where the tests' workloads stand. */
export const placement = {
  vpcId: "vpc-00000000000000000",
  vpcCidr: "10.20.0.0/16",
  zones,
  subnets: { public: subnets(1), app: subnets(2), data: subnets(3), endpoints: subnets(4) },
} satisfies ComputeArgs["placement"];

/** Key of the platform's own domain. */
export const key = { arn: "arn:aws:kms:eu-west-1:111122223333:key/platform", id: "platform" };

/** Security group of a data store. */
export const databaseGroup = "sg-0da7aba5e00000000";

const workload = (different: Partial<WorkloadSpec> = {}): WorkloadSpec => ({
  description: "A part of the business",
  owner: "a-team",
  criticality: "standard",
  port: 8080,
  healthPath: "/health",
  latencyObjectiveMs: 500,
  ...different,
});

/** A service of the catalogue. */
export const service = (different: Partial<ServiceSpec> = {}): ServiceSpec => workload(different);

/** A fleet of the catalogue. */
export const fleet = (different: Partial<FleetSpec> = {}): FleetSpec => ({
  ...workload(different),
  operatingSystem: "amazon-linux-2023",
});

const services: Readonly<Record<string, ServiceSpec>> = {
  web: service({ paths: ["/*"], calls: ["orders", "catalogue", "workshop"], criticality: "critical" }),
  customers: service({ paths: ["/customers/*"], release: "blue-green" }),
  catalogue: service({ paths: ["/catalogue/*"], calls: ["pricing"], release: "canary" }),
  quotes: service({ paths: ["/quotes/*"], calls: ["pricing", "customers"] }),
  orders: service({ paths: ["/orders/*"], calls: ["inventory", "pricing"], criticality: "critical" }),
  appointments: service({ paths: ["/appointments/*"] }),
  inventory: service({ criticality: "high" }),
  pricing: service({ criticality: "high" }),
  notifications: service({ criticality: "low" }),
  documents: service(),
};

const partnerRoutes: Readonly<Record<string, PartnerRoute>> = {
  "payment-gateway": { workload: "orders", paths: ["/partners/payment-gateway/*"] },
};

/** Reading and writing a database. */
export const databaseGrant: Grant = {
  to: "database sales, read and write",
  statements: [
    {
      sid: "ConnectDatabaseSales",
      actions: ["rds-db:connect"],
      resources: ["arn:aws:rds-db:eu-west-1:111122223333:dbuser:cluster-ABC/orders"],
    },
  ],
  settings: { DATABASE_SALES_HOST: "sales.cluster.example.internal" },
  connection: { securityGroupId: databaseGroup, port: 5432 },
};

/** Reading a secret. */
export const secretGrant: Grant = {
  to: "secret payment-key, read",
  statements: [
    {
      sid: "ReadSecretPaymentKey",
      actions: ["secretsmanager:GetSecretValue"],
      resources: ["arn:aws:secretsmanager:eu-west-1:111122223333:secret:dev/payment-key-AbCdEf"],
    },
  ],
  settings: {
    SECRET_PAYMENT_KEY_ARN: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:dev/payment-key-AbCdEf",
  },
};

const uses: ComputeArgs["uses"] = {
  orders: {
    grants: [databaseGrant, secretGrant],
    queues: [
      { key: "quote-accepted", name: "dev-orders-quote-accepted", ageObjectiveSeconds: 60 },
      { key: "payment-received", name: "dev-orders-payment-received", ageObjectiveSeconds: 300 },
    ],
  },
  workshop: {
    grants: [databaseGrant],
    queues: [{ key: "order-placed", name: "dev-workshop-order-placed", ageObjectiveSeconds: 900 }],
  },
};

const repository = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop";
const digest = "0123456789abcdef".repeat(4);

/** Image of a service, by digest. */
export const imageOf = (name: string): string => `${repository}/${name}@sha256:${digest}`;

function each<Value>(
  names: readonly string[],
  value: (name: string) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(names.map((name) => [name, value(name)]));
}

/** Sizes of a front door of dev. */
export const frontDoorSizes: FrontDoorSizes = {
  domain: "dev.shop.example.com",
  hostedZoneId: "Z0123456789ABCDEFGHIJ",
  requestsPerFiveMinutes: 2000,
  logDays: 30,
  visits: "every-five-minutes",
  realUsers: { measured: true, percent: 100 },
  failover: { role: "none" },
  reach: { path: "/health", intervalSeconds: 30, measureLatency: false },
  zones: { autoshift: false, blockedWindows: [] },
};

/** Arguments of a small environment with everything in it. */
export const computeArgs: ComputeArgs = {
  scope,
  placement,
  key,
  catalogue: {
    services,
    fleets: { workshop: fleet({ paths: ["/workshop/*"], calls: ["catalogue"], port: 9090 }), batch: fleet() },
    partnerRoutes,
    serviceTls: true,
    partnerCertificates: false,
  },
  uses,
  sizes: {
    protect: false,
    logRetentionDays: 30,
    containerInsights: "disabled",
    execCommand: true,
    spotPercent: 80,
    rollout: { minimumHealthyPercent: 50, maximumPercent: 200 },
    release: { bakeMinutes: 10, canaryPercent: 10, canaryMinutes: 10 },
    frontDoor: frontDoorSizes,
    services: each(Object.keys(services), (name) => ({
      image: imageOf(name),
      cpu: 256,
      memoryMib: 512,
      minimum: 1,
      maximum: 2,
    })),
    fleets: each(["workshop", "batch"], () => ({
      instanceType: "t4g.small",
      minimum: 1,
      maximum: 2,
      volumeGib: 20,
      maximumLifetimeDays: 30,
    })),
  },
  tags: {
    Environment: "dev",
    CostCenter: "1234",
    Service: "shop",
    Owner: "platform-team",
    Criticality: "low",
  },
  owner: "platform-team",
};

/** The same catalogue, as large and as strict as production. */
export const largeArgs: ComputeArgs = {
  ...computeArgs,
  sizes: {
    ...computeArgs.sizes,
    protect: true,
    logRetentionDays: 365,
    containerInsights: "enhanced",
    execCommand: false,
    spotPercent: 0,
    rollout: { minimumHealthyPercent: 100, maximumPercent: 150 },
    services: each(Object.keys(services), (name) => ({
      image: imageOf(name),
      cpu: 2048,
      memoryMib: 8192,
      minimum: 3,
      maximum: 40,
    })),
    fleets: each(["workshop", "batch"], () => ({
      instanceType: "m7g.xlarge",
      minimum: 3,
      maximum: 12,
      volumeGib: 200,
      maximumLifetimeDays: 90,
    })),
  },
};

/** The same without certificates among services. */
export const plainArgs: ComputeArgs = {
  ...computeArgs,
  catalogue: { ...computeArgs.catalogue, serviceTls: false },
};
