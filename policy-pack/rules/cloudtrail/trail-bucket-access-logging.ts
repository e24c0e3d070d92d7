import { BUCKETS, LOGGING, receivesAccessLogs } from "../../aws/buckets";
import { defineControl } from "../../registry/control";
import { TRAILS, trailBucketSide } from "../../shapes/trails";
import { pass } from "../../verdict/outcome";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "CT-06",
  name: "trail-bucket-access-logging",
  title: "The bucket of a trail logs who reads it",
  why: "Who covers his tracks begins with the trail; access logs show him doing so.",
  fix: "Add an aws.s3.BucketLogging for the trail's bucket that writes to another bucket.",
  severity: "low",
  enforcement: "advisory",
  types: [...TRAILS, ...BUCKETS],
  stack: trailBucketSide({
    side: LOGGING,
    judge: () => pass,
    missing: text`the bucket of the trail has no server access logging.`,
    exempt: (stack, bucket) =>
      receivesAccessLogs(stack, bucket) ? "The bucket receives the access logs of others" : undefined,
  }),
  references: {
    securityHub: ["CloudTrail.7"],
    cis3: ["3.4"],
    nist80053: ["AC-2(4)", "AU-2", "AU-3", "AU-6(3)", "AU-12", "CA-7"],
    wellArchitected: ["SEC04-BP01"],
    awsConfig: ["cloudtrail-s3-bucket-access-logging"],
    prowler: ["cloudtrail_logs_s3_bucket_access_logging_enabled"],
    trivy: ["AWS-0163"],
  },
});
