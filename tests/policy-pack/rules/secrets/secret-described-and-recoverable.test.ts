import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const secret = (props: object) => ({
  secret: aws("secretsmanager/secret:Secret", { description: "Password of the database", ...props }),
});

fixtures("secret-described-and-recoverable", {
  pass: { "the shortest window": secret({ recoveryWindowInDays: 7 }) },
  fail: {
    "a day less than the shortest window": secret({ recoveryWindowInDays: 6 }),
    "deletion at once": secret({ recoveryWindowInDays: 0 }),
    "what is filled in": secret({ description: "Managed by Pulumi" }),
  },
  unknown: { "a window that is computed": secret({ recoveryWindowInDays: UNKNOWN }) },
  unset: {
    "the window that AWS gives": ["pass", secret({})],
    "no description": ["fail", secret({ description: null })],
  },
  alias: { none: "one token" },
});
