import * as assert from "node:assert/strict";

import { aws, fixtures, judge, UNKNOWN } from "../../support/fixtures";

const topic = (props: object) => ({ topic: aws("sns/topic:Topic", { ...props }) });

fixtures("sns-topic-encrypted", {
  pass: {
    "a key that is computed": topic({ kmsMasterKeyId: UNKNOWN }),
    "the key that AWS keeps": topic({ kmsMasterKeyId: "alias/aws/sns" }),
  },
  fail: { "an empty key": topic({ kmsMasterKeyId: "" }) },
  unknown: { none: "a key that is not known yet is a key" },
  unset: { "no key": ["fail", topic({})] },
  alias: { none: "one token" },
});

describe("sns-topic-encrypted, with customerKey", () => {
  it("refuses the key that AWS keeps", async () => {
    const settings = { properties: { customerKey: true } };
    const judged = (props: object) => judge("sns-topic-encrypted", topic(props), settings);
    assert.equal((await judged({ kmsMasterKeyId: "alias/aws/sns" })).verdict, "fail");
    assert.equal((await judged({ kmsMasterKeyId: UNKNOWN })).verdict, "pass");
  });
});
