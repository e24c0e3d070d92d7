import { ACL_CARRIERS } from "../../aws/bucket-acl";
import { PUBLIC_BY_TAG } from "../../aws/declared-public";
import { defineControl } from "../../registry/control";
import { noGrant } from "../../shapes/acl-grants";
import {
  type DeclaredPublic,
  declaredPublicParameter,
  unlessDeclaredPublic,
} from "../../shapes/declared-public";

const READING = ["READ", "READ_ACP", "FULL_CONTROL"];

export const control = defineControl<DeclaredPublic>({
  id: "S3-03",
  name: "bucket-no-public-read-acl",
  title: "No access control list lets the world read a bucket",
  why: "Whoever knows or guesses the name can list and read what is in it.",
  fix: "Remove the acl and the grants to AllUsers; serve public content through CloudFront.",
  severity: "critical",
  enforcement: "mandatory",
  profiles: {
    public: { parameters: { publicTags: PUBLIC_BY_TAG } },
  },
  types: ACL_CARRIERS,
  parameters: declaredPublicParameter,
  ...unlessDeclaredPublic(
    ACL_CARRIERS,
    noGrant(({ group, permission }) => group === "everyone" && READING.includes(permission)),
  ),
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
