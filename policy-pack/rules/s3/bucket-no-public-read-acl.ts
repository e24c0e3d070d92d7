import { ACL_CARRIERS } from "../../aws/bucket-acl";
import { defineControl } from "../../registry/control";
import { noGrant } from "../../shapes/acl-grants";

const READING = ["READ", "READ_ACP", "FULL_CONTROL"];

export const control = defineControl({
  id: "S3-03",
  name: "bucket-no-public-read-acl",
  title: "No access control list lets the world read a bucket",
  why: "Whoever knows or guesses the name can list and read what is in it.",
  fix: "Remove the acl and the grants to AllUsers; serve public content through CloudFront.",
  severity: "critical",
  enforcement: "mandatory",
  types: ACL_CARRIERS,
  resource: noGrant(({ group, permission }) => group === "everyone" && READING.includes(permission)),
  references: {
    securityHub: ["S3.2"],
    nist80053: ["AC-3", "AC-4", "AC-6", "SC-7"],
    wellArchitected: ["SEC08-BP04"],
    checkov: ["CKV_AWS_20"],
    cdkNag: ["S3BucketPublicReadProhibited"],
    awsConfig: ["s3-bucket-public-read-prohibited"],
    prowler: ["s3_bucket_public_access", "s3_bucket_public_list_acl"],
    trivy: ["AWS-0092"],
    pulumi: ["CP:s3-bucket-disallow-public-read", "PB:s3-bucket-disallow-public-read"],
  },
});
