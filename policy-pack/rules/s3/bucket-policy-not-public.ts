import { BUCKETS, POLICY } from "../../aws/buckets";
import { isPublic } from "../../policy-documents/exposure";
import { defineControl } from "../../registry/control";
import { resourcePolicies } from "../../shapes/resource-policies";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "S3-08",
  name: "bucket-policy-not-public",
  title: "No bucket policy allows everyone without a condition that says who",
  why: "A principal of * is the world, AWS accounts and strangers alike.",
  fix: "Name the principals, or add a condition on aws:PrincipalOrgID, aws:SourceVpce, aws:SourceArn or the like.",
  severity: "high",
  enforcement: "mandatory",
  ...resourcePolicies(
    [...BUCKETS, ...POLICY.types],
    () => isPublic,
    text`a statement allows everyone, without a condition that says who.`,
  ),
  references: {
    nist80053: ["AC-3", "AC-4", "AC-6", "SC-7"],
    wellArchitected: ["SEC03-BP07", "SEC08-BP04"],
    checkov: ["CKV_AWS_70"],
    cdkNag: ["AwsSolutions-S5"],
    awsConfig: ["s3-bucket-policy-not-more-permissive", "s3-bucket-policy-grantee-check"],
    prowler: ["s3_bucket_public_access"],
    pulumi: ["PB:s3-bucket-least-privilege", "PB:s3-bucket-policy-grantee-check"],
  },
});
