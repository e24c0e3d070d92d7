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
  /** Page of AWS's documentation that the value was read on. */
  readonly source: string;
  /** Whether AWS raises it for who asks. */
  readonly adjustable: boolean;
  /** Key of the quota with which AWS raises this one by the same amount, so that nobody asks for this one by itself. */
  readonly follows?: string;
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

/**
 * When every value was read, row by row, on the page that its row names, in copies of AWS's documentation of that time and the month
 * before. Two codes AWS's pages do not show, since the quotas cannot be raised: those of services in a cluster and of secrets are
 * as `aws service-quotas list-service-quotas` lists them. New accounts may begin lower with processors, as the pages say.
 */
export const quotasAsOf = "2026-10";

/** Region that answers for quotas of a whole account; Service Quotas knows them nowhere else. */
export const accountQuotaRegion: Region = "us-east-1";

const docs = "https://docs.aws.amazon.com";

/** Page of AWS's general reference that lists a service's quotas. */
const reference = (page: string): string => `${docs}/general/latest/gr/${page}.html`;

function of(serviceCode: string, source: string) {
  return (
    quotaCode: string,
    name: string,
    byDefault: number,
    more: Partial<Pick<Quota, "scope" | "usage" | "byDefaultIn" | "adjustable" | "follows">> = {},
  ): Quota => ({
    ...{ serviceCode, quotaCode, name, byDefault, source },
    ...{ scope: "region", adjustable: true },
    ...more,
  });
}

/**
 * Metric of a use.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Service-Quota-Integration.html and, of
 * databases, https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html, 2026-11
 */
function usage(Service: string, Resource: string, Class = "None"): { readonly usage: UsageMetric } {
  return { usage: { Service, Resource, Type: "Resource", Class } };
}

const vpc = of("vpc", reference("vpc-service"));
const ec2 = of("ec2", reference("ec2-service"));
const ecs = of("ecs", reference("ecs-service"));
const fargate = of("fargate", reference("ecs-service"));
const balancing = of(
  "elasticloadbalancing",
  `${docs}/elasticloadbalancing/latest/application/load-balancer-limits.html`,
);
const rds = of("rds", reference("rds-service"));
const events = of("events", `${docs}/eventbridge/latest/userguide/eb-quota.html`);
const thing = { scope: "thing" } as const;
const account = { scope: "account" } as const;
const mumbai = (value: number) => ({ byDefaultIn: { "ap-south-1": value } }) as const;

/** Every quota that the platform uses something of, with its value by default, as of {@link quotasAsOf}. */
export const quotas: readonly Quota[] = [
  vpc("L-F678F1CE", "VPCs per Region", 5),
  vpc("L-A4707A72", "Internet gateways per Region", 5, { follows: "vpc/L-F678F1CE" }),
  vpc("L-407747CB", "Subnets per VPC", 200, thing),
  vpc("L-589F43AA", "Route tables per VPC", 200, thing),
  vpc("L-B4A6D682", "Network ACLs per VPC", 200, thing),
  vpc("L-29B6F2EB", "Interface VPC endpoints per VPC", 50, thing),
  vpc("L-1B52E74A", "Gateway VPC endpoints per Region", 20),
  vpc("L-FE5A380F", "NAT gateways per Availability Zone", 5),
  vpc("L-12E49864", "Regional NAT gateways per VPC", 5, thing),
  vpc("L-E79EC296", "VPC security groups per Region", 2_500),
  ec2("L-0263D0A3", "EC2-VPC Elastic IPs", 5),
  of("ec2", `${docs}/ec2/latest/instancetypes/ec2-instance-quotas.html`)(
    "L-1216C47A",
    "Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances",
    5,
    usage("EC2", "vCPU", "Standard/OnDemand"),
  ),
  of("autoscaling", reference("as"))(
    "L-CDE20ADC",
    "Auto Scaling groups per region",
    500,
    usage("AutoScaling", "NumberOfAutoScalingGroup"),
  ),
  ecs("L-21C621EB", "Clusters per account", 10_000),
  ecs("L-9EF96962", "Services per cluster", 5_000, { ...thing, adjustable: false }),
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
  rds("L-7B6409FD", "DB instances", 40, { ...usage("RDS", "DBInstances"), ...mumbai(20) }),
  rds("L-952B80B8", "DB clusters", 40, usage("RDS", "DBClusters")),
  rds("L-7ADDB58A", "Total storage for all DB instances", 100_000, usage("RDS", "AllocatedStorage")),
  rds("L-DE55804A", "Parameter groups", 50, { ...usage("RDS", "DBParameterGroups"), ...mumbai(20) }),
  rds("L-E4C808A8", "DB cluster parameter groups", 50, usage("RDS", "DBClusterParameterGroups")),
  rds("L-48C6BF61", "DB subnet groups", 50, { ...usage("RDS", "DBSubnetGroups"), ...mumbai(20) }),
  rds("L-A59F4C87", "Event subscriptions", 20, usage("RDS", "EventSubscriptions")),
  of("elasticache", reference("elasticache-service"))("L-DFE45DF3", "Nodes per Region", 300),
  of("dynamodb", reference("ddb"))(
    "L-F98FE922",
    "Maximum number of tables",
    2_500,
    usage("DynamoDB", "TableCount"),
  ),
  of("s3", reference("s3"))("L-DC2B2D3D", "General purpose buckets", 10_000, account),
  of("secretsmanager", `${docs}/secretsmanager/latest/userguide/reference_limits.html`)(
    "L-2F66C23C",
    "Secrets",
    500_000,
    { adjustable: false },
  ),
  events("L-658A4FD9", "Event buses", 100),
  events("L-244521F2", "Number of rules", 300, {
    ...thing,
    byDefaultIn: { "af-south-1": 100, "eu-south-1": 100 },
  }),
  events("L-FB1C3A6D", "Api destinations", 3_000),
  events("L-595D6D42", "Connections", 3_000),
  of("iam", reference("iam-service"))("L-FE177D64", "Roles per account", 1_000, account),
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
