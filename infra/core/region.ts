/** A partition: a set of Regions with accounts, endpoints and ARNs of its own. */
export type Partition = "aws" | "aws-cn" | "aws-us-gov";

interface RegionFacts {
  readonly partition: Partition;
  /** Start of its zone ids: `euw1` in `euw1-az1`. */
  readonly zonePrefix: string;
  /** Numbers of its zones, the `1` in `euw1-az1`. */
  readonly zoneNumbers: readonly number[];
}

const three = [1, 2, 3];

const commercial = (zonePrefix: string, zoneNumbers: readonly number[] = three): RegionFacts => ({
  partition: "aws",
  zonePrefix,
  zoneNumbers,
});

/**
 * Regions and their zone ids.
 *
 * Source: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html,
 * Local Zones and Wavelength Zones left out.
 */
const facts = {
  "af-south-1": commercial("afs1"),
  "ap-east-1": commercial("ape1"),
  "ap-east-2": commercial("ape2"),
  "ap-northeast-1": commercial("apne1", [1, 2, 3, 4]),
  "ap-northeast-2": commercial("apne2", [1, 2, 3, 4]),
  "ap-northeast-3": commercial("apne3"),
  "ap-south-1": commercial("aps1"),
  "ap-south-2": commercial("aps2"),
  "ap-southeast-1": commercial("apse1"),
  "ap-southeast-2": commercial("apse2"),
  "ap-southeast-3": commercial("apse3"),
  "ap-southeast-4": commercial("apse4"),
  "ap-southeast-5": commercial("apse5"),
  "ap-southeast-6": commercial("apse6"),
  "ap-southeast-7": commercial("apse7"),
  "ca-central-1": commercial("cac1", [1, 2, 3, 4]),
  "ca-west-1": commercial("caw1"),
  "eu-central-1": commercial("euc1"),
  "eu-central-2": commercial("euc2"),
  "eu-north-1": commercial("eun1"),
  "eu-south-1": commercial("eus1"),
  "eu-south-2": commercial("eus2"),
  "eu-west-1": commercial("euw1"),
  "eu-west-2": commercial("euw2"),
  "eu-west-3": commercial("euw3"),
  "il-central-1": commercial("ilc1"),
  "me-central-1": commercial("mec1"),
  "me-south-1": commercial("mes1"),
  "mx-central-1": commercial("mxc1"),
  "sa-east-1": commercial("sae1"),
  "us-east-1": commercial("use1", [1, 2, 3, 4, 5, 6]),
  "us-east-2": commercial("use2"),
  "us-west-1": commercial("usw1"),
  "us-west-2": commercial("usw2", [1, 2, 3, 4]),
  "cn-north-1": { partition: "aws-cn", zonePrefix: "cnn1", zoneNumbers: [1, 2, 3, 4] },
  "cn-northwest-1": { partition: "aws-cn", zonePrefix: "cnnw1", zoneNumbers: three },
  "us-gov-east-1": { partition: "aws-us-gov", zonePrefix: "usge1", zoneNumbers: three },
  "us-gov-west-1": { partition: "aws-us-gov", zonePrefix: "usgw1", zoneNumbers: three },
} satisfies Record<string, RegionFacts>;

/** A Region the platform knows; see {@link regions}. */
export type Region = keyof typeof facts;

/** Regions the platform knows, by name. */
export const regions: readonly Region[] = Object.keys(facts).filter(isRegion).sort();

/** Whether `name` is a Region the platform knows. */
export function isRegion(name: string): name is Region {
  return Object.hasOwn(facts, name);
}

/** Partition that a Region belongs to. */
export function partitionOf(region: Region): Partition {
  return facts[region].partition;
}

/** Where AWS tells and measures, by partition, what belongs to no Region: IAM, sign-in, Health, Route 53. */
const globalRegions: Readonly<Record<Partition, Region>> = {
  aws: "us-east-1",
  "aws-cn": "cn-north-1",
  "aws-us-gov": "us-gov-west-1",
};

/** Region in which AWS tells and measures what belongs to no Region, seen from another one of its partition. */
export function globalRegionOf(region: Region): Region {
  return globalRegions[partitionOf(region)];
}

/** Ids of a Region's zones, such as `euw1-az1`. */
export function zoneIdsOf(region: Region): readonly string[] {
  const { zonePrefix, zoneNumbers } = facts[region];
  return zoneNumbers.map((number) => `${zonePrefix}-az${number}`);
}
