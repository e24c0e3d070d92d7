import { BUCKETS, VERSIONING } from "../../aws/buckets";
import { defineControl } from "../../registry/control";
import { judgeMfaDelete } from "../../shapes/mfa-delete";
import { TRAILS, trailBucketSide } from "../../shapes/trails";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "CT-11",
  name: "trail-bucket-mfa-delete",
  title: "Log files of a trail are deleted with a second factor only",
  why: "A stolen key alone cannot destroy the evidence then. Only the root user can switch it on, so it is opt-in.",
  fix: "Set mfaDelete to Enabled in the aws.s3.BucketVersioning of the trail's bucket, with the root user's device in mfa.",
  severity: "low",
  enforcement: "disabled",
  types: [...TRAILS, ...BUCKETS],
  stack: trailBucketSide({
    side: VERSIONING,
    judge: judgeMfaDelete,
    missing: text`the bucket of the trail has no versioning, so no second factor guards its files.`,
  }),
  references: {
    nist80053: ["AC-3(15)", "AU-9"],
    wellArchitected: ["SEC02-BP01", "SEC08-BP04"],
    prowler: ["cloudtrail_bucket_requires_mfa_delete"],
  },
});
