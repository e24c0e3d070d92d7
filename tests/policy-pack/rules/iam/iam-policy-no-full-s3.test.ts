import { fixtures } from "../../support/fixtures";
import { allow, identityFixtures, managed } from "../../support/policy-documents";

fixtures("iam-policy-no-full-s3", {
  pass: {
    "everything in one bucket": managed(allow("s3:*", ["arn:aws:s3:::b", "arn:aws:s3:::b/*"])),
    "reading every bucket": managed(allow("s3:Get*")),
  },
  fail: {
    "everything on everything": managed(allow("s3:*")),
    "everything in every bucket": managed(allow("S3:*", ["arn:aws:s3:::*", "arn:aws:s3:::*/*"])),
  },
  ...identityFixtures(allow("s3:*")),
});
