import * as assert from "node:assert/strict";

import { aws, fixtures, judge, UNKNOWN } from "../../support/fixtures";

const parameter = (props: object) => ({
  parameter: aws("ssm/parameter:Parameter", { type: "String", ...props }),
});

fixtures("ssm-parameter-secret-encrypted", {
  pass: {
    "a secret under a key": parameter({ type: "SecureString", name: "/app/password", keyId: UNKNOWN }),
  },
  fail: {
    "a password to read": parameter({ name: "/app/db-password" }),
    "a key to read, in capitals": parameter({ name: "/app/API_KEY", type: "StringList" }),
    "a secret under the key that AWS keeps": parameter({ type: "SecureString", keyId: "alias/aws/ssm" }),
    "a secret that is called so in the program": {
      "api-token": aws("ssm/parameter:Parameter", { type: "String" }),
    },
  },
  unknown: {
    "a type that is computed": parameter({ type: UNKNOWN }),
    "a name that is computed": parameter({ name: UNKNOWN }),
  },
  unset: { "a secret without a key": ["fail", parameter({ type: "SecureString" })] },
  alias: { none: "one token" },
  notApplicable: {
    "a setting": parameter({ name: "/app/region" }),
    "a name that only speaks of a secret": parameter({ name: "/app/secret-arn" }),
  },
});

describe("ssm-parameter-secret-encrypted, without customerKey", () => {
  it("takes the key that AWS keeps for good", async () => {
    const settings = { properties: { customerKey: false } };
    const judged = await judge(
      "ssm-parameter-secret-encrypted",
      parameter({ type: "SecureString" }),
      settings,
    );
    assert.equal(judged.verdict, "pass");
  });
});
