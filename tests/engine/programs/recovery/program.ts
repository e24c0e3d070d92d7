import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { type Region, zoneIdsOf } from "../../../../infra/core/region";
import { Data } from "../../../../infra/data";

const region: Region = "eu-west-1";
const scope = { environment: pulumi.getStack(), accountId: "111122223333", region };
const provider = new aws.Provider("here", { region, allowedAccountIds: [scope.accountId] });

const vpc = new aws.ec2.Vpc("network", { cidrBlock: "10.20.0.0/16" }, { provider });
const zones = zoneIdsOf(region)
  .slice(0, 2)
  .map((id, index) => ({ id, name: `${region}${"ab".charAt(index)}` }));
const data = zones.map(({ id: zoneId, name: availabilityZone }, index) => {
  const cidr = `10.20.${index}.0/24`;
  const { id } = new aws.ec2.Subnet(
    `data-${index}`,
    { vpcId: vpc.id, availabilityZone, cidrBlock: cidr },
    { provider },
  );
  return { id, zoneId, cidr };
});

const entry = { owner: "platform-team", domain: "sales" } as const;
const critical = { ...entry, criticality: "critical" } as const;
const high = { ...entry, criticality: "high" } as const;
const common = { backupRetentionDays: 7, insights: "standard", monitoringSeconds: 60 } as const;

new Data(
  "data",
  {
    scope,
    placement: {
      vpcId: vpc.id,
      vpcCidr: "10.20.0.0/16",
      zones,
      subnets: { public: [], app: [], endpoints: [], data },
    },
    catalogue: {
      domains: {
        platform: { ...entry, description: "The platform", criticality: "critical", dataClass: "internal" },
        sales: { ...entry, description: "Sales", criticality: "critical", dataClass: "confidential" },
      },
      databases: {
        sales: {
          ...{ ...critical, description: "Orders" },
          ...{ engine: "aurora-postgresql", majorVersion: "17", databaseName: "sales" },
        },
        workshop: {
          ...{ ...high, description: "Appointments" },
          ...{ engine: "mysql", majorVersion: "8.4", databaseName: "workshop" },
        },
      },
      tables: {
        stock: {
          ...{ ...critical, description: "Goods by place" },
          partitionKey: { name: "id", type: "S" },
          timeToLive: "expiresAt",
        },
      },
      buckets: { documents: { ...high, description: "Contracts" } },
      caches: {},
      secrets: {},
    },
    cacheUsers: {},
    sizes: {
      protect: true,
      keyDeletionWindowDays: 30,
      logRetentionDays: 30,
      backupWindow: "01:00-02:00",
      maintenanceWindow: "sun:03:00-sun:04:00",
      databases: {
        sales: {
          ...common,
          capacity: { minimumAcu: 0.5, maximumAcu: 4 },
          readers: { minimum: 0, maximum: 1 },
        },
        workshop: {
          ...common,
          instanceClass: "db.t4g.small",
          storageGib: { allocated: 20, maximum: 100 },
          multiAz: false,
        },
      },
      tables: { stock: "on-demand" },
      buckets: { documents: { noncurrentVersionDays: 7, infrequentAccessAfterDays: 30 } },
      caches: {},
    },
  },
  { providers: [provider] },
);
