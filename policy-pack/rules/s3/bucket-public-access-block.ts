import { BUCKETS, PUBLIC_ACCESS } from "../../aws/buckets";
import { defineControl } from "../../registry/control";
import { satelliteExists } from "../../shapes/satellite";
import { publicAccessBlocked } from "../../shapes/public-access-flags";
import { notApplicable } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const flags = publicAccessBlocked("", false);

export const control = defineControl({
  id: "S3-01",
  name: "bucket-public-access-block",
  title: "Every bucket has a public access block with all four flags",
  why: "AWS blocks public access to new buckets since April 2023, but only a block in the program keeps it so.",
  fix: "Add an aws.s3.BucketPublicAccessBlock for the bucket, with all four flags true.",
  severity: "high",
  enforcement: "mandatory",
  types: [...BUCKETS, ...PUBLIC_ACCESS.types],
  resource: (subject) =>
    BUCKETS.includes(subject.type) ? notApplicable("Judged with its block") : flags(subject),
  stack: satelliteExists({
    of: BUCKETS,
    types: PUBLIC_ACCESS.types,
    property: "bucket",
    missing: text`the bucket has no public access block.`,
  }),
  references: {
    securityHub: ["S3.8"],
    cis3: ["2.1.4"],
    nist80053: ["AC-3", "AC-4", "AC-6", "SC-7"],
    wellArchitected: ["SEC08-BP04"],
    checkov: ["CKV_AWS_53", "CKV_AWS_54", "CKV_AWS_55", "CKV_AWS_56", "CKV2_AWS_6"],
    cdkNag: ["AwsSolutions-S2", "S3BucketLevelPublicAccessProhibited"],
    awsConfig: ["s3-bucket-level-public-access-prohibited"],
    prowler: ["s3_bucket_level_public_access_block"],
    trivy: ["AWS-0086", "AWS-0087", "AWS-0091", "AWS-0093", "AWS-0094"],
    pulumi: ["PB:s3-bucket-public-access-block"],
  },
});
