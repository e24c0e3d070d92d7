import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const role = (props: object) => ({ role: aws("iam/role:Role", { permissionsBoundary: UNKNOWN, ...props }) });

fixtures("iam-role-session-bounded", {
  pass: { "the longest session that is allowed": role({ maxSessionDuration: 7200 }) },
  fail: {
    "a second more": role({ maxSessionDuration: 7201 }),
    "no boundary": role({ permissionsBoundary: null }),
  },
  unknown: { "a session that is computed": role({ maxSessionDuration: UNKNOWN }) },
  unset: { "the session that AWS gives": ["pass", role({})] },
  alias: { none: "one token" },
  settings: { properties: { longestSeconds: 7200, requireBoundary: true } },
});

describe("by default", () => {
  fixtures("iam-role-session-bounded", {
    pass: {
      "the hour that is allowed": role({ maxSessionDuration: 3600 }),
      "no boundary": role({ permissionsBoundary: null }),
    },
    fail: { "a second more": role({ maxSessionDuration: 3601 }) },
    unknown: { none: "as above" },
    unset: { "the session that AWS gives": ["pass", role({})] },
    alias: { none: "one token" },
  });
});
