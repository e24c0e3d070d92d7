import type { Region } from "../core/region";

/**
 * What a quota is counted over: everything of an account in one Region, everything of an account in all Regions, or one
 * thing (a VPC, a cluster, a bus), of which each environment has its own.
 */
export type QuotaScope = "region" | "account" | "thing";

/** What AWS lets an account have of something, unless it asks for more. */
export interface Quota {
  /** Service code, as Service Quotas spells it. */
  readonly serviceCode: string;
  /** Quota code, as Service Quotas spells it. */
  readonly quotaCode: string;
  /** Name, as AWS's console shows it. */
  readonly name: string;
  /** Value of an account that never asked for more. */
  readonly byDefault: number;
  /**
   * The same in Regions where it is another.
   *
   * @default - it is the same everywhere
   */
  readonly byDefaultIn?: Readonly<Partial<Record<Region, number>>>;
  /** What it is counted over. */
  readonly scope: QuotaScope;
  /** Metric of `AWS/Usage` that says how much is used; where AWS publishes none, no alarm can be built. */
  readonly usage?: UsageMetric;
}

/** Dimensions by which a metric of `AWS/Usage` is found. */
export interface UsageMetric {
  readonly Service: string;
  readonly Resource: string;
  readonly Type: "Resource";
  readonly Class: string;
}

/** Where the values come from, and when they were read. New accounts may begin lower with vCPUs; the table says so. */
export const quotaSource = {
  pages: [
    "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html",
    "https://docs.aws.amazon.com/general/latest/gr/ec2-service.html",
    "https://docs.aws.amazon.com/general/latest/gr/ecs-service.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html",
    "https://docs.aws.amazon.com/general/latest/gr/as.html",
    "https://docs.aws.amazon.com/general/latest/gr/elb.html",
    "https://docs.aws.amazon.com/general/latest/gr/rds-service.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html",
    "https://docs.aws.amazon.com/general/latest/gr/elasticache-service.html",
    "https://docs.aws.amazon.com/general/latest/gr/ddb.html",
    "https://docs.aws.amazon.com/general/latest/gr/s3.html",
    "https://docs.aws.amazon.com/general/latest/gr/asm.html",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
  ],
  asOf: "2026-11",
} as const;

/** Region that answers for quotas of a whole account; Service Quotas knows them nowhere else. */
export const accountQuotaRegion: Region = "us-east-1";

function of(serviceCode: string) {
  return (
    quotaCode: string,
    name: string,
    byDefault: number,
    more: Partial<Pick<Quota, "scope" | "usage" | "byDefaultIn">> = {},
  ): Quota => ({ serviceCode, quotaCode, name, byDefault, scope: "region", ...more });
}

function usage(Service: string, Resource: string, Class = "None"): { readonly usage: UsageMetric } {
  return { usage: { Service, Resource, Type: "Resource", Class } };
}

const vpc = of("vpc");
const ec2 = of("ec2");
const ecs = of("ecs");
const fargate = of("fargate");
const balancing = of("elasticloadbalancing");
const rds = of("rds");
const events = of("events");
const thing = { scope: "thing" } as const;
const account = { scope: "account" } as const;

/** Every quota that the platform uses something of, with its value by default; see {@link quotaSource}. */
export const quotas: readonly Quota[] = [
  vpc("L-F678F1CE", "VPCs per Region", 5),
  vpc("L-A4707A72", "Internet gateways per Region", 5),
  vpc("L-407747CB", "Subnets per VPC", 200, thing),
  vpc("L-589F43AA", "Route tables per VPC", 200, thing),
  vpc("L-B4A6D682", "Network ACLs per VPC", 200, thing),
  vpc("L-29B6F2EB", "Interface VPC endpoints per VPC", 50, thing),
  vpc("L-1B52E74A", "Gateway VPC endpoints per Region", 20),
  vpc("L-FE5A380F", "NAT gateways per Availability Zone", 5),
  vpc("L-E79EC296", "VPC security groups per Region", 2_500),
  ec2("L-0263D0A3", "EC2-VPC Elastic IPs", 5),
  ec2(
    "L-1216C47A",
    "Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances, in vCPUs",
    5,
    usage("EC2", "vCPU", "Standard/OnDemand"),
  ),
  of("autoscaling")(
    "L-CDE20ADC",
    "Auto Scaling groups per Region",
    500,
    usage("AutoScaling", "NumberOfAutoScalingGroup"),
  ),
  ecs("L-21C621EB", "Clusters per account", 10_000),
  ecs("L-9EF96962", "Services per cluster", 5_000, thing),
  fargate(
    "L-3032A538",
    "Fargate On-Demand vCPU resource count",
    6,
    usage("Fargate", "vCPU", "Standard/OnDemand"),
  ),
  fargate("L-36FBB829", "Fargate Spot vCPU resource count", 6, usage("Fargate", "vCPU", "Standard/Spot")),
  balancing(
    "L-53DA6B97",
    "Application Load Balancers per Region",
    50,
    usage("Elastic Load Balancing", "ApplicationLoadBalancersPerRegion"),
  ),
  balancing(
    "L-B22855CB",
    "Target Groups per Region",
    3_000,
    usage("Elastic Load Balancing", "TargetGroupsPerRegion"),
  ),
  rds("L-7B6409FD", "DB instances", 40, usage("RDS", "DBInstances")),
  rds("L-952B80B8", "DB clusters", 40, usage("RDS", "DBClusters")),
  rds("L-7ADDB58A", "Total storage for all DB instances, in GB", 100_000, usage("RDS", "AllocatedStorage")),
  rds("L-DE55804A", "Parameter groups", 50, usage("RDS", "DBParameterGroups")),
  rds("L-E4C808A8", "DB cluster parameter groups", 50, usage("RDS", "DBClusterParameterGroups")),
  rds("L-48C6BF61", "DB subnet groups", 50, usage("RDS", "DBSubnetGroups")),
  rds("L-A59F4C87", "Event subscriptions", 20, usage("RDS", "EventSubscriptions")),
  of("elasticache")("L-DFE45DF3", "Nodes per Region", 300),
  of("dynamodb")("L-F98FE922", "Maximum number of tables", 2_500, usage("DynamoDB", "TableCount")),
  of("s3")("L-DC2B2D3D", "General purpose buckets", 10_000, account),
  of("secretsmanager")("L-2F66C23C", "Secrets in a Region", 500_000),
  events("L-658A4FD9", "Event buses", 100),
  events("L-244521F2", "Rules per event bus", 300, {
    ...thing,
    byDefaultIn: { "af-south-1": 100, "eu-south-1": 100 },
  }),
  events("L-FB1C3A6D", "API destinations", 3_000),
  events("L-595D6D42", "Connections", 3_000),
  of("iam")("L-FE177D64", "Roles per account", 1_000, account),
];

/** What AWS lets an account that never asked for more have in a Region. */
export function defaultIn(region: Region, { byDefault, byDefaultIn }: Quota): number {
  return byDefaultIn?.[region] ?? byDefault;
}

/** Key by which configuration and tables name a quota: `vpc/L-F678F1CE`. */
export function quotaKey({ serviceCode, quotaCode }: Pick<Quota, "serviceCode" | "quotaCode">): string {
  return `${serviceCode}/${quotaCode}`;
}

const byKey: ReadonlyMap<string, Quota> = new Map(quotas.map((quota) => [quotaKey(quota), quota]));

/** The quota of a key; nothing where the table has none. */
export function quotaOf(key: string): Quota | undefined {
  return byKey.get(key);
}
