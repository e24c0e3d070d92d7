import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const role = "arn:aws:iam::111122223333:role/app";
const grant = (props: object) => ({
  grant: aws("kms/grant:Grant", {
    keyId: UNKNOWN,
    granteePrincipal: role,
    operations: ["Decrypt"],
    ...props,
  }),
});
const passingOn = ["Decrypt", "CreateGrant"];

fixtures("kms-grant-narrow", {
  pass: {
    "a role that passes on within a part of a context": grant({
      operations: passingOn,
      constraints: [{ encryptionContextSubset: { app: "a" } }],
    }),

    "a role that decrypts": grant({}),
    "a role that passes on within a context": grant({
      operations: passingOn,
      constraints: [{ encryptionContextEquals: { app: "a" } }],
    }),
    "a role that passes on within what is computed": grant({ operations: passingOn, constraints: UNKNOWN }),
  },
  fail: {
    "an account": grant({ granteePrincipal: "arn:aws:iam::111122223333:root" }),
    "an account by its number": grant({ granteePrincipal: "111122223333" }),
    "a role that passes on": grant({ operations: passingOn }),
    "a role that passes on within nothing": grant({ operations: passingOn, constraints: [{}] }),
  },
  unknown: {
    "a grantee that is computed": grant({ granteePrincipal: UNKNOWN }),
    "an operation that is computed": grant({ operations: ["Decrypt", UNKNOWN] }),
  },
  unset: { "a grant without operations, which AWS refuses": ["pass", grant({ operations: [] })] },
  alias: { none: "one token" },
});
