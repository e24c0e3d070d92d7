import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

fixtures("iam-no-access-keys", {
  pass: { none: "it is the existence that is refused" },
  fail: {
    "an access key": { it: aws("iam/accessKey:AccessKey", { user: "root" }) },
    "an access key whose owner is computed": { it: aws("iam/accessKey:AccessKey", { user: UNKNOWN }) },
  },
  unknown: { none: "it is the existence that is refused" },
  unset: { none: "it is the existence that is refused" },
  alias: { none: "one token" },
  otherTypes: { "a role": { role: aws("iam/role:Role") } },
});
