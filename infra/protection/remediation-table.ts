import type { PolicyStatement } from "../core/policy-statement";
import type { Partition } from "../core/region";
import type { Remediation } from "./detection-args";

/** Where remediation works. */
export interface RemediationPlace {
  /** Partition of the account. */
  readonly partition: Partition;
  /** Account, twelve digits. */
  readonly accountId: string;
}

/** What is put right without a person, and how. */
export interface RemediationFacts {
  /** Rule of AWS Config that finds it, by AWS's identifier. */
  readonly rule: string;
  /** What the rule says, for whoever reads of it. */
  readonly description: string;
  /** Type that the rule looks at. */
  readonly resourceType: string;
  /** AWS's own runbook. */
  readonly document: string;
  /** Parameter of the runbook that gets the id of what was found. */
  readonly target: string;
  /** What the runbook may do, in any guarded Region. */
  readonly rights: (place: RemediationPlace) => readonly PolicyStatement[];
}

/** An execution of a runbook starts its steps in its own name. */
function runs(document: string, { partition, accountId }: RemediationPlace): PolicyStatement {
  return {
    sid: "RunsOfTheRunbook",
    actions: ["ssm:StartAutomationExecution", "ssm:GetAutomationExecution"],
    resources: [
      `arn:${partition}:ssm:*:*:automation-definition/${document}:*`,
      `arn:${partition}:ssm:*:${accountId}:automation-execution/*`,
    ],
  };
}

const bucketRunbook = "AWS-DisableS3BucketPublicReadWrite";
const groupRunbook = "AWSConfigRemediation-RemoveVPCDefaultSecurityGroupRules";

/**
 * What can be put right without a person: each of them closes something that nothing of this platform opens, and that can
 * be opened again in a minute. Nothing is deleted, stopped or disabled. `AWS-DisablePublicAccessForSecurityGroup`, which
 * closes SSH, is not among them: by its own page it fails for most groups outside default VPCs.
 *
 * Source, 2026-11:
 * https://docs.aws.amazon.com/systems-manager-automation-runbooks/latest/userguide/automation-aws-disables3bucketpublicreadwrite.html
 * https://docs.aws.amazon.com/systems-manager-automation-runbooks/latest/userguide/automation-aws-remove-default-secg-rules.html
 */
export const remediationFacts: Readonly<Record<Remediation, RemediationFacts>> = {
  "close-buckets": {
    rule: "S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED",
    description: "Every bucket refuses the public by itself, beside the account's own block",
    resourceType: "AWS::S3::Bucket",
    document: bucketRunbook,
    target: "S3BucketName",
    rights: ({ partition }) => [
      {
        sid: "CloseBuckets",
        actions: ["s3:GetBucketPublicAccessBlock", "s3:PutBucketPublicAccessBlock"],
        resources: [`arn:${partition}:s3:::*`],
        wildcards: {
          resources: "any bucket may be the one that is open; closing is all that can be done to it",
        },
      },
    ],
  },
  "close-default-groups": {
    rule: "VPC_DEFAULT_SECURITY_GROUP_CLOSED",
    description: "The default group of a VPC, which whatever names no group gets, lets nothing through",
    resourceType: "AWS::EC2::SecurityGroup",
    document: groupRunbook,
    target: "GroupId",
    rights: (place) => [
      {
        sid: "EmptyGroups",
        actions: ["ec2:RevokeSecurityGroupEgress", "ec2:RevokeSecurityGroupIngress"],
        resources: [`arn:${place.partition}:ec2:*:${place.accountId}:security-group/*`],
      },
      {
        sid: "SeeGroups",
        actions: ["ec2:DescribeSecurityGroups"],
        resources: ["*"],
        wildcards: { resources: "AWS gives no resource for this action" },
      },
      runs(groupRunbook, place),
    ],
  },
};
