import { BUCKETS, LIFECYCLE } from "../../aws/buckets";
import { defineControl } from "../../registry/control";
import { everyBucket } from "../../shapes/bucket-side";
import { judgeRuleOn } from "../../shapes/lifecycle-rule";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "S3-17",
  name: "bucket-lifecycle",
  title: "Every bucket has a lifecycle",
  why: "Without one, objects and their old versions are kept, and paid for, for ever.",
  fix: "Add an aws.s3.BucketLifecycleConfiguration with a rule that is enabled; with versioning, one that ends old versions.",
  severity: "low",
  enforcement: "advisory",
  types: [...BUCKETS, ...LIFECYCLE.types],
  stack: everyBucket({ side: LIFECYCLE, judge: judgeRuleOn, missing: text`the bucket has no lifecycle.` }),
  references: {
    securityHub: ["S3.13", "S3.10"],
    nist80053: ["AU-11", "CP-9", "SI-12"],
    wellArchitected: ["SEC07-BP04", "COST04-BP05"],
    checkov: ["CKV2_AWS_61"],
    awsConfig: ["s3-lifecycle-policy-check", "s3-version-lifecycle-policy-check"],
    prowler: ["s3_bucket_lifecycle_enabled"],
    pulumi: ["PB:s3-bucket-lifecycle"],
  },
});
