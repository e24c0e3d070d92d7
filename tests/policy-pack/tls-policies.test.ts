import * as assert from "node:assert/strict";

import { AS_OF, POST_QUANTUM_POLICIES, RECOMMENDED_POLICIES } from "../../policy-pack/aws/tls-policies";

const DAY = 24 * 60 * 60 * 1000;

describe("what the pack knows of TLS policies", () => {
  it("was held against AWS's documentation within the last two years", () => {
    const age = (Date.now() - Date.parse(AS_OF)) / DAY;
    assert.ok(age < 730, "hold the lists against AWS's documentation, then set AS_OF to that day");
  });

  it("recommends nothing that agrees to less than TLS 1.2 or does without forward secrecy", () => {
    const weak = RECOMMENDED_POLICIES.filter(
      (policy) => !/-TLS13-1-[23]-/.test(policy) || /-Ext\d/.test(policy),
    );
    assert.deepEqual(weak, []);
    const names = /^ELBSecurityPolicy-TLS13-1-[23](-Res)?(-FIPS)?(-PQ)?-\d{4}-\d{2}$/;
    assert.deepEqual(
      RECOMMENDED_POLICIES.filter((policy) => !names.test(policy)),
      [],
    );
    assert.ok(POST_QUANTUM_POLICIES.every((policy) => policy.includes("-PQ-")));
  });
});
