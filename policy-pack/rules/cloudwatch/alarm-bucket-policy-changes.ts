import { defineControl } from "../../registry/control";
import type { Owned } from "../../shapes/ownership";
import { calls, trailAlarm } from "../../shapes/trail-alarm";
import { text } from "../../verdict/text";

const watched = {
  seen: calls(
    "s3",
    "PutBucketAcl",
    "PutBucketPolicy",
    "PutBucketCors",
    "PutBucketLifecycle",
    "PutBucketReplication",
    "DeleteBucketPolicy",
    "DeleteBucketCors",
    "DeleteBucketLifecycle",
    "DeleteBucketReplication",
  ),
};

export const control = defineControl<Owned>({
  id: "CW-11",
  name: "alarm-bucket-policy-changes",
  title: "Changes of bucket policies raise an alarm",
  why: "One call makes a bucket public.",
  fix: "Add a LogMetricFilter on the trail's log group whose pattern matches these events, and a MetricAlarm on its metric with alarmActions.",
  severity: "low",
  enforcement: "advisory",
  ...trailAlarm(watched, text`changes of bucket policies`),
  references: {
    securityHub: ["CloudWatch.8"],
    cis3: ["4.8"],
    nist80053: ["AU-6", "CM-3", "SI-4"],
    wellArchitected: ["SEC04-BP03", "SEC08-BP04"],
    prowler: ["cloudwatch_log_metric_filter_for_s3_bucket_policy_changes"],
    trivy: ["AWS-0154"],
  },
});
