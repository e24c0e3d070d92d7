import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

fixtures("iam-no-users", {
  pass: { none: "it is the existence that is refused" },
  fail: {
    "a user": { it: aws("iam/user:User", { user: "root" }) },
    "a user whose owner is computed": { it: aws("iam/user:User", { user: UNKNOWN }) },
  },
  unknown: { none: "it is the existence that is refused" },
  unset: { none: "it is the existence that is refused" },
  alias: { none: "one token" },
  otherTypes: { "a role": { role: aws("iam/role:Role") } },
});
