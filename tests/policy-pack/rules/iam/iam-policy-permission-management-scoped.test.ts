import { fixtures } from "../../support/fixtures";
import { allow, identityFixtures, managed } from "../../support/policy-documents";

fixtures("iam-policy-permission-management-scoped", {
  pass: {
    "the policy of one bucket": managed(allow("s3:PutBucketPolicy", "arn:aws:s3:::b")),
    "roles under a path": managed(allow("iam:AttachRolePolicy", "arn:aws:iam::1:role/app/*")),
    "grants that AWS asks for itself": managed(
      allow("kms:CreateGrant", "*", { Bool: { "kms:GrantIsForAWSResource": "true" } }),
    ),
    "reading all of IAM": managed(allow(["iam:Get*", "iam:List*"])),
  },
  fail: {
    "policies of every bucket": managed(allow("s3:PutBucketPolicy", "arn:aws:s3:::*")),
    "policies of every role": managed(allow("iam:*Policy*", "arn:aws:iam::1:role/*")),
    "permissions of every function": managed(allow("lambda:AddPermission")),
  },
  ...identityFixtures(allow("iam:PutRolePolicy")),
});
