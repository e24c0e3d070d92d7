import type { Region } from "../core/region";

/**
 * Where the prices come from, and when they were read. AWS shows most of them by script alone, so that not every row can be read again in
 * copies of its pages. Read a second time, and found the same: every family of EC2, in AWS's price list of 2026-07-20 (as
 * `zz_generated.pricing_aws.go` of aws/karpenter-provider-aws has it); capacity units of Aurora, in the price list of 2025-10; what an
 * interface endpoint's traffic costs, on a copy of AWS's page. Fargate, NAT gateways, endpoints' hours, addresses and storage of databases agree
 * with what others quoted of AWS in 2026. Not read a second time: classes of RDS, Aurora and ElastiCache, balancers, ACLs, canaries, health
 * checks, plans of Region switch, and factors of Regions.
 */
export const priceSource = {
  pages: [
    "https://aws.amazon.com/fargate/pricing/",
    "https://aws.amazon.com/ec2/pricing/on-demand/",
    "https://aws.amazon.com/ebs/pricing/",
    "https://aws.amazon.com/rds/postgresql/pricing/",
    "https://aws.amazon.com/rds/aurora/pricing/",
    "https://aws.amazon.com/elasticache/pricing/",
    "https://aws.amazon.com/elasticache/faqs/",
    "https://aws.amazon.com/vpc/pricing/",
    "https://aws.amazon.com/privatelink/pricing/",
    "https://aws.amazon.com/elasticloadbalancing/pricing/",
    "https://aws.amazon.com/waf/pricing/",
    "https://aws.amazon.com/kms/pricing/",
    "https://aws.amazon.com/cloudwatch/pricing/",
    "https://aws.amazon.com/private-ca/pricing/",
    "https://aws.amazon.com/route53/pricing/",
    "https://aws.amazon.com/application-recovery-controller/pricing/",
  ],
  asOf: "2026-06",
} as const;

/** Prices of us-east-1 in US dollars, on demand, before tax and discounts: an hour, unless it says otherwise. */
export const prices = {
  /** Linux on ARM64, which every service runs on. */
  fargateVcpu: 0.03238,
  fargateGib: 0.00356,
  auroraCapacityUnit: 0.12,
  natGateway: 0.045,
  interfaceEndpoint: 0.01,
  publicAddress: 0.005,
  loadBalancer: 0.0225,
  gp3GibMonth: 0.08,
  databaseGibMonth: 0.115,
  webAclMonth: 5,
  canaryRun: 0.0012,
  keyMonth: 1,
  /** An authority in short-lived mode, and each certificate that it issues; AWS's page as of 2026-11. */
  certificateAuthorityMonth: 50,
  shortLivedCertificate: 0.058,
  /** The same everywhere, as are the two below. */
  regionSwitchPlanMonth: 70,
  healthCheckMonth: 0.5,
  healthCheckFeatureMonth: 1,
} as const;

/**
 * How much dearer a Region is than us-east-1, as a factor over everything: the ratio of `m7g.large`. Single prices
 * differ from it by a few percent, which an estimate may.
 */
const factors: Partial<Readonly<Record<Region, number>>> = {
  "eu-central-1": 1.2,
  "eu-west-1": 1.12,
  "eu-west-2": 1.16,
  "eu-west-3": 1.17,
  "us-east-1": 1,
  "us-east-2": 1,
  "us-west-2": 1,
};

/** How much dearer a Region is than us-east-1; nothing where it was not looked up. */
export function regionFactor(region: Region): number | undefined {
  return factors[region];
}

/** What a class is priced as. */
export type ClassKind = "ec2" | "rds" | "aurora" | "cache";

/** A node of Valkey, which every cache runs, costs a fifth less than one of Redis OSS, by whose price it is told. */
const valkeyShare = 0.8;

function ofValkey(redis: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(redis).map(([family, hour]) => [family, hour * valkeyShare]));
}

/** Price of an hour of the size `large` in us-east-1, by family. Other sizes are multiples of it. */
const large: Readonly<Record<ClassKind, Readonly<Record<string, number>>>> = {
  ec2: {
    c6g: 0.068,
    c6i: 0.085,
    c7g: 0.0725,
    c7i: 0.08925,
    c8g: 0.07976,
    m6g: 0.077,
    m6i: 0.096,
    m7g: 0.0816,
    m7i: 0.1008,
    m8g: 0.08976,
    r6g: 0.1008,
    r6i: 0.126,
    r7g: 0.1071,
    r7i: 0.1323,
    r8g: 0.11782,
    t3: 0.0832,
    t4g: 0.0672,
  },
  rds: { m6g: 0.159, m7g: 0.168, m8g: 0.168, r6g: 0.225, r7g: 0.239, r8g: 0.239, t4g: 0.129 },
  aurora: { r6g: 0.26, r7g: 0.276, r8g: 0.276, t4g: 0.146 },
  cache: ofValkey({ m6g: 0.149, m7g: 0.158, r6g: 0.206, r7g: 0.219, t4g: 0.129 }),
};

/** Sizes as multiples of `large`. */
const sizes: Readonly<Record<string, number>> = {
  nano: 1 / 16,
  micro: 1 / 8,
  small: 1 / 4,
  medium: 1 / 2,
  large: 1,
  xlarge: 2,
  "2xlarge": 4,
  "4xlarge": 8,
  "8xlarge": 16,
  "12xlarge": 24,
  "16xlarge": 32,
};

/** Price of an hour of a class in us-east-1 (`m7g.large`, `db.m8g.large`, `cache.t4g.micro`); nothing where it is not known. */
export function classHour(kind: ClassKind, name: string): number | undefined {
  const [family = "", size = ""] = name.replace(/^(db|cache)\./, "").split(".");
  const [base, multiple] = [large[kind][family], sizes[size]];
  return base === undefined || multiple === undefined ? undefined : base * multiple;
}
