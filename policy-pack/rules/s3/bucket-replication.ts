import { BUCKETS, REPLICATION } from "../../aws/buckets";
import type { View } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { everyBucket } from "../../shapes/bucket-side";
import { judgeRuleOn } from "../../shapes/lifecycle-rule";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

function judge(place: View): Outcome {
  const rules = place.at("rules");
  if (rules.isUnknown) return undetermined(rules);
  const judged = rules.items().map(judgeRuleOn);
  const byVerdict = (word: string) => judged.find(({ verdict }) => verdict === word);
  return (
    byVerdict("pass") ?? byVerdict("undetermined") ?? fail(rules, text`no rule of replication is enabled.`)
  );
}

function isReplica(stack: StackIndex, bucket: StackResource): boolean {
  return (
    stack.referrers(bucket, "rules", REPLICATION.types).length > 0 ||
    REPLICATION.inline.some((name) => stack.referrers(bucket, name, BUCKETS).length > 0)
  );
}

export const control = defineControl({
  id: "S3-21",
  name: "bucket-replication",
  title: "Buckets replicate their objects",
  why: "A copy in another Region or account survives what befalls the first; it is paid for twice, so it is opt-in.",
  fix: "Add an aws.s3.BucketReplicationConfig with a rule that is Enabled and a bucket in another Region.",
  severity: "low",
  enforcement: "disabled",
  types: [...BUCKETS, ...REPLICATION.types],
  stack: everyBucket({
    side: REPLICATION,
    judge,
    missing: text`the bucket does not replicate its objects.`,
    exempt: (stack, bucket) =>
      isReplica(stack, bucket) ? "The bucket holds the replicas of another" : undefined,
  }),
  references: {
    securityHub: ["S3.7"],
    nist80053: ["AU-9(2)", "CP-6", "CP-6(1)", "CP-9", "SC-36(2)", "SI-13(5)"],
    wellArchitected: ["REL09-BP01", "REL13-BP02"],
    checkov: ["CKV_AWS_144"],
    cdkNag: ["S3BucketReplicationEnabled"],
    awsConfig: ["s3-bucket-replication-enabled", "s3-bucket-cross-region-replication-enabled"],
    prowler: ["s3_bucket_cross_region_replication"],
    pulumi: [
      "CP:s3-bucket-enable-replication-configuration",
      "PB:s3-bucket-replication",
      "CP:s3-bucket-configure-replication-configuration",
    ],
  },
});
