import type { ConformancePack } from "./detection-args";

/** A rule of AWS Config's own, as a pack names it. */
interface PackRule {
  /** AWS's identifier. */
  readonly identifier: string;
  /**
   * What the rule is told.
   *
   * @default - nothing
   */
  readonly parameters?: Readonly<Record<string, string>>;
  /**
   * Types that it looks at.
   *
   * @default - all that it knows
   */
  readonly types?: readonly string[];
}

/** Types that hold data or cost money by the hour: what nobody can place is found by its missing tags. */
const placed = [
  "AWS::DynamoDB::Table",
  "AWS::EC2::Instance",
  "AWS::EC2::Volume",
  "AWS::ElasticLoadBalancingV2::LoadBalancer",
  "AWS::RDS::DBCluster",
  "AWS::RDS::DBInstance",
  "AWS::S3::Bucket",
];

/**
 * What each pack asks beyond the standards of Security Hub, which would be paid for twice. That every bucket is in a plan is
 * not asked: logs and copies are in none.
 *
 * Source: https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html, 2026-11
 */
const packs: Readonly<Record<ConformancePack, readonly PackRule[]>> = {
  backups: [
    { identifier: "AURORA_RESOURCES_PROTECTED_BY_BACKUP_PLAN" },
    { identifier: "DYNAMODB_RESOURCES_PROTECTED_BY_BACKUP_PLAN" },
    { identifier: "RDS_RESOURCES_PROTECTED_BY_BACKUP_PLAN" },
  ],
  idle: [{ identifier: "EC2_VOLUME_INUSE_CHECK" }, { identifier: "EIP_ATTACHED" }],
  tags: [
    {
      identifier: "REQUIRED_TAGS",
      parameters: {
        tag1Key: "Environment",
        tag2Key: "Service",
        tag3Key: "Owner",
        tag4Key: "CostCenter",
        tag5Key: "Criticality",
        tag6Key: "DataClass",
      },
      types: placed,
    },
  ],
};

/** Template of a pack, in the form of CloudFormation that AWS Config reads. */
export function packTemplate(pack: ConformancePack): string {
  return JSON.stringify({
    Resources: Object.fromEntries(packs[pack].map((rule) => [logicalName(rule), resourceOf(rule)])),
  });
}

/** Name in the template: letters and digits alone. */
function logicalName({ identifier }: PackRule): string {
  return identifier
    .toLowerCase()
    .split("_")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
}

function resourceOf({ identifier, parameters, types }: PackRule): object {
  return {
    Type: "AWS::Config::ConfigRule",
    Properties: {
      ConfigRuleName: identifier.toLowerCase().replaceAll("_", "-"),
      Source: { Owner: "AWS", SourceIdentifier: identifier },
      ...(parameters === undefined ? {} : { InputParameters: parameters }),
      ...(types === undefined ? {} : { Scope: { ComplianceResourceTypes: types } }),
    },
  };
}
