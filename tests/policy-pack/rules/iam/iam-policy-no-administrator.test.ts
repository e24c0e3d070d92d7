import { fixtures } from "../../support/fixtures";
import { allow, identityFixtures, managed } from "../../support/policy-documents";

fixtures("iam-policy-no-administrator", {
  pass: {
    "a policy with named actions": managed(allow(["s3:GetObject"], "arn:aws:s3:::b/*")),
    "everything on one bucket": managed(allow("*", "arn:aws:s3:::b/*")),
    "one service on everything": managed(allow("s3:*")),
    "a denial of everything": managed({ ...allow("*"), Effect: "Deny" }),
    "all but IAM": managed({ Effect: "Allow", NotAction: ["iam:*"], Resource: "*" }),
  },
  fail: {
    "everything on everything": managed(allow("*")),
    "the same as lists, beside another": managed(allow("s3:Get*"), allow(["*:*"], ["*"])),
    "all but another service": managed({ Effect: "Allow", NotAction: "s3:*", Resource: "*" }),
    "everything with a second factor": managed(
      allow("*", "*", { Bool: { "aws:MultiFactorAuthPresent": "true" } }),
    ),
  },
  ...identityFixtures(allow("*")),
});
