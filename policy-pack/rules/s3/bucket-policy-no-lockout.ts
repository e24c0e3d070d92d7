import { locksOut } from "../../aws/bucket-policy";
import { BUCKETS, POLICY } from "../../aws/buckets";
import { defineControl } from "../../registry/control";
import { noBucketStatement } from "../../shapes/policy-statements";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "S3-10",
  name: "bucket-policy-no-lockout",
  title: "No bucket policy locks everyone out",
  why: "A policy that denies everyone to change it can be removed by the account's root user only.",
  fix: "Add a condition that spares those who administer the bucket, or narrow the denied actions.",
  severity: "high",
  enforcement: "mandatory",
  types: [...BUCKETS, ...POLICY.types],
  resource: noBucketStatement(
    locksOut,
    text`a statement denies everyone, without a condition, to change or delete the policy.`,
  ),
  references: { nist80053: ["AC-3", "CP-10"], wellArchitected: ["SEC08-BP04"], checkov: ["CKV_AWS_93"] },
});
