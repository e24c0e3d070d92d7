import { BUCKETS, LOGGING, receivesAccessLogs } from "../../aws/buckets";
import { defineControl } from "../../registry/control";
import { everyBucket } from "../../shapes/bucket-side";
import { pass } from "../../verdict/outcome";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "S3-16",
  name: "bucket-access-logging",
  title: "Every bucket logs who reads and writes it",
  why: "Server access logs are the cheapest answer to who took what, and when.",
  fix: "Add an aws.s3.BucketLogging that writes to a log bucket.",
  severity: "medium",
  enforcement: "advisory",
  types: [...BUCKETS, ...LOGGING.types],
  stack: everyBucket({
    side: LOGGING,
    judge: () => pass,
    missing: text`the bucket has no server access logging.`,
    // A log bucket that logs to itself never stops.
    exempt: (stack, bucket) =>
      receivesAccessLogs(stack, bucket) ? "The bucket receives the access logs of others" : undefined,
  }),
  references: {
    securityHub: ["S3.9"],
    nist80053: ["AC-2(4)", "AU-2", "AU-3", "AU-6(3)", "AU-12", "CA-7", "SI-7(8)"],
    wellArchitected: ["SEC04-BP01"],
    checkov: ["CKV_AWS_18"],
    cdkNag: ["AwsSolutions-S1", "S3BucketLoggingEnabled"],
    awsConfig: ["s3-bucket-logging-enabled"],
    prowler: ["s3_bucket_server_access_logging_enabled"],
    trivy: ["AWS-0089"],
    pulumi: ["AG:s3-bucket-logging-enabled", "PB:s3-bucket-access-logging"],
  },
});
