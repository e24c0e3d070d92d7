import * as assert from "node:assert/strict";

import { buildAll, always, text } from "./built";

describe("the network's logs", function () {
  this.timeout(240_000);
  before(buildAll);

  it(
    "keeps every log for a stated time under a key that its account can always administer",
    always((simulation, { logRetentionDays }) => {
      const key = simulation.resource("aws:kms/key:Key", "network-logs");
      assert.equal(key.inputs.enableKeyRotation, true);
      assert.match(
        text(key, "policy"),
        /"kms:EncryptionContext:aws:logs:arn":\["arn:aws:logs:eu-west-1:111122223333:/,
      );
      assert.match(text(key, "policy"), /"AWS":\["arn:aws:iam::111122223333:root"\]},"Action":\["kms:\*"\]/);
      const groups = simulation.ofType("aws:cloudwatch/logGroup:LogGroup");
      assert.deepEqual(groups.map(({ inputs }) => inputs.name).sort(), [
        "/dev/network/dns-queries",
        "/dev/network/flows",
      ]);
      for (const { inputs } of groups) {
        assert.equal(inputs.retentionInDays, logRetentionDays);
        assert.equal(inputs.kmsKeyId, key.outputs.arn);
      }
    }),
  );
});
