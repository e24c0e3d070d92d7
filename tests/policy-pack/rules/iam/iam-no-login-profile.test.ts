import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

fixtures("iam-no-login-profile", {
  pass: { none: "it is the existence that is refused" },
  fail: {
    "a password": { it: aws("iam/userLoginProfile:UserLoginProfile", { user: "root" }) },
    "a password whose owner is computed": {
      it: aws("iam/userLoginProfile:UserLoginProfile", { user: UNKNOWN }),
    },
  },
  unknown: { none: "it is the existence that is refused" },
  unset: { none: "it is the existence that is refused" },
  alias: { none: "one token" },
  otherTypes: { "a role": { role: aws("iam/role:Role") } },
});
