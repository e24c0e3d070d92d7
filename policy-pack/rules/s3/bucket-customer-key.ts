import { BUCKETS, ENCRYPTION, receivesPlainLogs } from "../../aws/buckets";
import { defineControl } from "../../registry/control";
import { everyBucket } from "../../shapes/bucket-side";
import { judgeCustomerKey } from "../../shapes/bucket-customer-key";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "S3-12",
  name: "bucket-customer-key",
  title: "Buckets encrypt with a KMS key of the account",
  why: "Only a key of your own has a policy that can be taken from a reader, and a log of its use.",
  fix: "Set sseAlgorithm to aws:kms and kmsMasterKeyId to an aws.kms.Key.",
  severity: "medium",
  enforcement: "advisory",
  types: [...BUCKETS, ...ENCRYPTION.types],
  stack: everyBucket({
    side: ENCRYPTION,
    judge: judgeCustomerKey,
    missing: text`the bucket has AWS's default encryption with keys of S3; required: a KMS key of the account.`,
    exempt: (stack, bucket) =>
      receivesPlainLogs(stack, bucket) ? "AWS delivers these logs under keys of S3 only" : undefined,
  }),
  references: {
    securityHub: ["S3.17"],
    nist80053: ["SC-12", "SC-13", "SC-28", "SC-28(1)"],
    wellArchitected: ["SEC08-BP01", "SEC08-BP02"],
    checkov: ["CKV_AWS_145"],
    cdkNag: ["S3DefaultEncryptionKMS"],
    awsConfig: ["s3-default-encryption-kms"],
    prowler: ["s3_bucket_kms_encryption"],
    trivy: ["AWS-0132"],
    pulumi: [
      "CP:s3-bucket-configure-server-side-encryption-kms",
      "CP:s3-bucket-configure-server-side-encryption-customer-managed-key",
    ],
  },
});
