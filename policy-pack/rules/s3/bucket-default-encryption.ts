import { encryptionRules } from "../../aws/bucket-encryption";
import { BUCKETS, ENCRYPTION } from "../../aws/buckets";
import { defineControl } from "../../registry/control";
import { everyBucket } from "../../shapes/bucket-side";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "S3-11",
  name: "bucket-default-encryption",
  title: "Every bucket says how its objects are encrypted",
  why: "Since January 2023 AWS encrypts every object with keys of its own; a bucket that says nothing has not chosen so.",
  fix: "Add an aws.s3.BucketServerSideEncryptionConfiguration with sseAlgorithm AES256, aws:kms or aws:kms:dsse.",
  severity: "low",
  enforcement: "advisory",
  types: [...BUCKETS, ...ENCRYPTION.types],
  stack: everyBucket({
    side: ENCRYPTION,
    judge: (place) => {
      const unknown = [place, place.at("rules"), place.at("rule")].find(({ isUnknown }) => isUnknown);
      if (unknown) return undetermined(unknown);
      const isSaid = encryptionRules(place).some(({ algorithm }) => !algorithm.isAbsent);
      return isSaid ? pass : fail(place, text`no rule names an algorithm.`);
    },
    missing: text`the bucket says nothing of its default encryption.`,
  }),
  references: {
    securityHub: ["S3.4"],
    nist80053: ["SC-13", "SC-28", "SC-28(1)"],
    wellArchitected: ["SEC08-BP02"],
    checkov: ["CKV_AWS_19"],
    awsConfig: ["s3-bucket-server-side-encryption-enabled"],
    prowler: ["s3_bucket_default_encryption"],
    trivy: ["AWS-0088"],
    pulumi: ["CP:s3-bucket-enable-server-side-encryption", "PB:s3-bucket-encryption"],
  },
});
