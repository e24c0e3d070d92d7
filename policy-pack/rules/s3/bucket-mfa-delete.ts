import { BUCKETS, VERSIONING } from "../../aws/buckets";
import { defineControl } from "../../registry/control";
import { everyBucket } from "../../shapes/bucket-side";
import { judgeMfaDelete } from "../../shapes/mfa-delete";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "S3-15",
  name: "bucket-mfa-delete",
  title: "Versions of objects are deleted with a second factor only",
  why: "A stolen key alone cannot destroy the versions then. Only the root user can switch it on, so it is opt-in.",
  fix: "Set mfaDelete to Enabled in aws.s3.BucketVersioning, with the root user's device in mfa.",
  severity: "low",
  enforcement: "disabled",
  types: [...BUCKETS, ...VERSIONING.types],
  stack: everyBucket({
    side: VERSIONING,
    judge: judgeMfaDelete,
    missing: text`the bucket has no versioning, so no second factor guards its versions.`,
  }),
  references: {
    securityHub: ["S3.20"],
    cis3: ["2.1.2"],
    nist80053: ["AC-2(1)", "AC-3(15)", "CM-2"],
    wellArchitected: ["SEC02-BP01", "SEC08-BP04"],
    awsConfig: ["s3-bucket-mfa-delete-enabled"],
    prowler: ["s3_bucket_no_mfa_delete"],
    trivy: ["AWS-0170"],
  },
});
