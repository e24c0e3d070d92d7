import { BUCKETS, VERSIONING } from "../../aws/buckets";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { everyBucket } from "../../shapes/bucket-side";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "S3-14",
  name: "bucket-versioning",
  title: "Buckets keep versions of their objects",
  why: "Without versions an object that is overwritten or deleted, by mistake or by malice, is gone.",
  fix: "Add an aws.s3.BucketVersioning with status Enabled, and a lifecycle that ends old versions.",
  severity: "medium",
  enforcement: "advisory",
  types: [...BUCKETS, ...VERSIONING.types],
  stack: everyBucket({
    side: VERSIONING,
    judge: (place) => {
      const [status, enabled] = [place.at("status"), place.at("enabled")];
      const isOn = known(status.string()) === "Enabled" || known(enabled.boolean()) === true;
      if (isOn) return pass;
      const open = [status, enabled].find(({ isUnknown }) => isUnknown);
      return open ? undetermined(open) : fail(place, text`versioning is not enabled.`);
    },
    missing: text`the bucket has no versioning.`,
  }),
  references: {
    securityHub: ["S3.14"],
    nist80053: ["AU-9(2)", "CP-6", "CP-9", "CP-10", "SC-5(2)", "SI-13(5)"],
    wellArchitected: ["REL09-BP01", "SEC08-BP04"],
    checkov: ["CKV_AWS_21"],
    cdkNag: ["S3BucketVersioningEnabled"],
    awsConfig: ["s3-bucket-versioning-enabled"],
    prowler: ["s3_bucket_object_versioning"],
    trivy: ["AWS-0090"],
    pulumi: ["PB:s3-bucket-versioning"],
  },
});
