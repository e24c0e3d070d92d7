import { ACL_CARRIERS } from "../../aws/bucket-acl";
import { defineControl } from "../../registry/control";
import { noGrant } from "../../shapes/acl-grants";

export const control = defineControl({
  id: "S3-05",
  name: "bucket-no-authenticated-users",
  title: "No access control list gives anything to every AWS user",
  why: "AuthenticatedUsers are the users of all AWS accounts of the world, not those of yours.",
  fix: "Remove the acl authenticated-read and the grants to AuthenticatedUsers; name principals in the bucket's policy.",
  severity: "high",
  enforcement: "mandatory",
  types: ACL_CARRIERS,
  resource: noGrant(({ group }) => group === "every AWS user"),
  references: {
    nist80053: ["AC-3", "AC-6"],
    wellArchitected: ["SEC08-BP04"],
    checkov: ["CKV2_AWS_43", "CKV_AWS_375"],
    prowler: ["s3_bucket_public_access"],
    pulumi: ["PB:s3-bucket-disallow-public-read"],
  },
});
