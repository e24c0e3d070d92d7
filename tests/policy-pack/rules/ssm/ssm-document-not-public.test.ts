import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const document = (props: object) => ({
  document: aws("ssm/document:Document", { documentType: "Command", ...props }),
});
const shared = (accountIds: unknown) => document({ permissions: { type: "Share", accountIds } });

fixtures("ssm-document-not-public", {
  pass: { "named accounts": shared("111122223333,444455556666") },
  fail: { everyone: shared("All"), "everyone in small letters, among others": shared("111122223333, all") },
  unknown: {
    "accounts that are computed": shared(UNKNOWN),
    "permissions that are computed": document({ permissions: UNKNOWN }),
  },
  unset: { "no permissions": ["pass", document({})] },
  alias: { none: "one token" },
});
