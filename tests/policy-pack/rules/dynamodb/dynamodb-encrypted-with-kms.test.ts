import * as assert from "node:assert/strict";

import { aws, fixtures, judge, UNKNOWN } from "../../support/fixtures";

const table = (serverSideEncryption?: unknown) => ({
  table: aws("dynamodb/table:Table", serverSideEncryption === undefined ? {} : { serverSideEncryption }),
});

fixtures("dynamodb-encrypted-with-kms", {
  pass: {
    "a table with the key of AWS in the account": table({ enabled: true }),
    "a table with a key of its own": table({ enabled: true, kmsKeyArn: UNKNOWN }),
  },
  fail: { "a table with a key that AWS owns": table({ enabled: false }) },
  unknown: { "a table whose setting is computed": table({ enabled: UNKNOWN }) },
  unset: { "a table that leaves it out": ["fail", table()] },
  alias: { none: "one token" },
});

describe("dynamodb-encrypted-with-kms that asks for a key of your own", () => {
  it("fails a table with the key of AWS in the account", async () => {
    const verdict = async (props: object) =>
      (await judge("dynamodb-encrypted-with-kms", table(props), { properties: { customerKey: true } }))
        .verdict;
    assert.equal(await verdict({ enabled: true }), "fail");
    assert.equal(await verdict({ enabled: true, kmsKeyArn: "alias/aws/dynamodb" }), "fail");
    assert.equal(await verdict({ enabled: true, kmsKeyArn: UNKNOWN }), "pass");
  });
});
