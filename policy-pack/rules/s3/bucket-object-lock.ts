import { BUCKETS, OBJECT_LOCK } from "../../aws/buckets";
import type { View } from "../../reading/view";
import { known } from "../../reading/view";
import { defineControl, located } from "../../registry/control";
import { everyBucket } from "../../shapes/bucket-side";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

/** Unset, the resource of its own means "Enabled". */
function judge(place: View): Outcome {
  const enabled = place.at("objectLockEnabled");
  if (enabled.isUnknown) return undetermined(enabled);
  const isOn = enabled.isAbsent || known(enabled.string()) === "Enabled";
  return isOn ? pass : fail(enabled, text`the object lock is not enabled.`);
}

export const control = defineControl({
  id: "S3-20",
  name: "bucket-object-lock",
  title: "Buckets lock their objects",
  why: "A locked object outlives stolen administrators; it cannot be deleted by you either, so it is opt-in.",
  fix: "Set objectLockEnabled on the bucket, and retention in an aws.s3.BucketObjectLockConfiguration.",
  severity: "low",
  enforcement: "disabled",
  types: [...BUCKETS, ...OBJECT_LOCK.types],
  // The switch is a property of the bucket; a bucket that was made without it can be given it by the resource alone.
  stack: (stack) =>
    everyBucket({
      side: OBJECT_LOCK,
      judge,
      missing: text`the bucket has no object lock.`,
    })(stack).map(({ urn, outcome }) => {
      const bucket = stack.ofTypes(BUCKETS).find((candidate) => candidate.urn === urn);
      const locked = bucket?.props.at("objectLockEnabled");
      if (!locked || outcome.verdict === "pass") return { urn, outcome };
      if (known(locked.boolean()) === true) return { urn, outcome: pass };
      return located({ urn }, locked.isUnknown ? undetermined(locked) : outcome);
    }),
  references: {
    securityHub: ["S3.15"],
    nist80053: ["CP-6(2)"],
    wellArchitected: ["SEC08-BP04", "REL09-BP02"],
    checkov: ["CKV_AWS_143"],
    cdkNag: ["S3BucketDefaultLockEnabled"],
    awsConfig: ["s3-bucket-default-lock-enabled"],
    prowler: ["s3_bucket_object_lock"],
    pulumi: ["PB:s3-bucket-object-lock-enabled"],
  },
});
