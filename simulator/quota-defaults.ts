/** A quota as Service Quotas tells it. */
export interface QuotaDefault {
  /** Name. */
  readonly name: string;
  /** Value of an account that never asked for more. */
  readonly value: number;
  /** Whether it is of the whole account, and known in one Region alone. */
  readonly global?: true;
  /** Whether AWS raises it for nobody. */
  readonly fixed?: true;
}

/**
 * Quotas that are known here, by `service/code`, with what AWS documents in most Regions.
 *
 * Source: https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html, 2026-10
 */
export const QUOTA_DEFAULTS: Readonly<Record<string, QuotaDefault>> = {
  "autoscaling/L-CDE20ADC": { name: "Auto Scaling groups per region", value: 500 },
  "dynamodb/L-F98FE922": { name: "Maximum number of tables", value: 2500 },
  "ec2/L-0263D0A3": { name: "EC2-VPC Elastic IPs", value: 5 },
  "ec2/L-1216C47A": {
    name: "Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances",
    value: 5,
  },
  "ecs/L-21C621EB": { name: "Clusters per account", value: 10_000 },
  "ecs/L-9EF96962": { name: "Services per cluster", value: 5000, fixed: true },
  "elasticache/L-DFE45DF3": { name: "Nodes per Region", value: 300 },
  "elasticloadbalancing/L-53DA6B97": { name: "Application Load Balancers per Region", value: 50 },
  "elasticloadbalancing/L-B22855CB": { name: "Target Groups per Region", value: 3000 },
  "events/L-244521F2": { name: "Number of rules", value: 300 },
  "events/L-595D6D42": { name: "Connections", value: 3000 },
  "events/L-658A4FD9": { name: "Event buses", value: 100 },
  "events/L-FB1C3A6D": { name: "Api destinations", value: 3000 },
  "fargate/L-3032A538": { name: "Fargate On-Demand vCPU resource count", value: 6 },
  "fargate/L-36FBB829": { name: "Fargate Spot vCPU resource count", value: 6 },
  "iam/L-FE177D64": { name: "Roles per account", value: 1000, global: true },
  "rds/L-48C6BF61": { name: "DB subnet groups", value: 50 },
  "rds/L-7ADDB58A": { name: "Total storage for all DB instances", value: 100_000 },
  "rds/L-7B6409FD": { name: "DB instances", value: 40 },
  "rds/L-952B80B8": { name: "DB clusters", value: 40 },
  "rds/L-A59F4C87": { name: "Event subscriptions", value: 20 },
  "rds/L-DE55804A": { name: "Parameter groups", value: 50 },
  "rds/L-E4C808A8": { name: "DB cluster parameter groups", value: 50 },
  "s3/L-DC2B2D3D": { name: "General purpose buckets", value: 10_000, global: true },
  "secretsmanager/L-2F66C23C": { name: "Secrets", value: 500_000, fixed: true },
  "vpc/L-12E49864": { name: "Regional NAT gateways per VPC", value: 5 },
  "vpc/L-1B52E74A": { name: "Gateway VPC endpoints per Region", value: 20 },
  "vpc/L-29B6F2EB": { name: "Interface VPC endpoints per VPC", value: 50 },
  "vpc/L-407747CB": { name: "Subnets per VPC", value: 200 },
  "vpc/L-589F43AA": { name: "Route tables per VPC", value: 200 },
  "vpc/L-A4707A72": { name: "Internet gateways per Region", value: 5 },
  "vpc/L-B4A6D682": { name: "Network ACLs per VPC", value: 200 },
  "vpc/L-E79EC296": { name: "VPC security groups per Region", value: 2500 },
  "vpc/L-F678F1CE": { name: "VPCs per Region", value: 5 },
  "vpc/L-FE5A380F": { name: "NAT gateways per Availability Zone", value: 5 },
};
