import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { logRetentionDays } from "../../../infra/core/log-retention";

describe("days that logs can be kept", () => {
  it("are those that the provider documents, save keeping for ever", () => {
    const documentation = readFileSync(require.resolve("@pulumi/aws/cloudwatch/logGroup.d.ts"), "utf8");
    const [, list = ""] = /Possible values are: ([\d, and]+)/.exec(documentation) ?? [];
    const documented = [...list.matchAll(/\d+/g)].map(([days]) => Number(days)).filter((days) => days > 0);
    assert.deepEqual(
      [...logRetentionDays],
      documented.sort((one, other) => one - other),
    );
  });
});
