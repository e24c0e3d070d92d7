import { BUCKETS, PUBLIC_ACCESS } from "../../aws/buckets";
import { PUBLIC_BY_TAG, type PublicTags } from "../../aws/declared-public";
import { defineControl, type Located, located } from "../../registry/control";
import {
  type DeclaredPublic,
  declaredPublicParameter,
  unlessDeclared,
  unlessDeclaredPublic,
} from "../../shapes/declared-public";
import { publicAccessBlocked } from "../../shapes/public-access-flags";
import { judgeSatellite } from "../../shapes/satellite";
import type { StackIndex } from "../../stack/stack-index";
import { notApplicable } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const flags = unlessDeclaredPublic(PUBLIC_ACCESS.types, publicAccessBlocked("", false));

const BLOCK = {
  types: PUBLIC_ACCESS.types,
  property: "bucket",
  missing: text`the bucket has no public access block.`,
};

function judgeBuckets(stack: StackIndex, publicTags: PublicTags): readonly Located[] {
  return stack.ofTypes(BUCKETS).flatMap((bucket) => {
    const judged = [judgeSatellite(stack, bucket, BLOCK)];
    return unlessDeclared(stack, bucket, publicTags, judged).map((outcome) => located(bucket, outcome));
  });
}

export const control = defineControl<DeclaredPublic>({
  id: "S3-01",
  name: "bucket-public-access-block",
  title: "Every bucket has a public access block with all four flags",
  why: "AWS blocks public access to new buckets since April 2023, but only a block in the program keeps it so.",
  fix: "Add an aws.s3.BucketPublicAccessBlock for the bucket, with all four flags true, or declare the bucket public by the control's publicTags.",
  severity: "high",
  enforcement: "mandatory",
  profiles: {
    public: { parameters: { publicTags: PUBLIC_BY_TAG } },
    private: { severity: "critical" },
  },
  types: [...BUCKETS, ...PUBLIC_ACCESS.types],
  parameters: declaredPublicParameter,
  resource: (subject, context) =>
    BUCKETS.includes(subject.type)
      ? notApplicable("Judged with its block")
      : flags.resource(subject, context),
  stack: (stack, context) => [
    ...judgeBuckets(stack, context.parameters.publicTags),
    ...flags.stack(stack, context),
  ],
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
