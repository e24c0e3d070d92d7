import * as assert from "node:assert/strict";
import fc from "fast-check";

import { contractTags, type TagContract, tagMistakes, tagValueMistakes } from "../../../infra/core/tags";

const contract: TagContract = {
  environment: "dev",
  service: "shop",
  owner: "platform-team@example.com",
  costCenter: "1000",
  criticality: "low",
  dataClass: "internal",
};

describe("the tag contract", () => {
  it("becomes seven tags, and says what manages the resource", () => {
    assert.deepEqual(contractTags(contract), {
      Environment: "dev",
      Service: "shop",
      Owner: "platform-team@example.com",
      CostCenter: "1000",
      Criticality: "low",
      DataClass: "internal",
      ManagedBy: "Pulumi",
    });
  });

  it("names every tag that AWS would refuse, at once", () => {
    assert.throws(
      () => contractTags({ ...contract, owner: "<nobody>", costCenter: "" }),
      /tag "Owner".*\n.*tag "CostCenter"/s,
    );
  });

  it("takes any text of letters and digits, in any script, up to the limit", () => {
    const text = fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N} _.:/=+@-]{0,100}$/u);
    fc.assert(fc.property(text, (value) => tagValueMistakes(value).length === 0));
  });

  it("takes a value of 256 characters and refuses one more", () => {
    assert.deepEqual(tagValueMistakes("v".repeat(256)), []);
    assert.match(tagValueMistakes("v".repeat(257)).join(), /257 characters; at most 256/);
  });
});

describe("tags", () => {
  it("may have a key of 128 characters and not of one more", () => {
    assert.deepEqual(tagMistakes({ ["k".repeat(128)]: "v" }), []);
    assert.match(tagMistakes({ ["k".repeat(129)]: "v" }).join(), /129 characters; 1 to 128/);
  });

  it("cannot use AWS's own keys, however they are written", () => {
    assert.match(tagMistakes({ "AWS:owner": "v" }).join(), /AWS's own/);
  });

  it("are at most fifty", () => {
    const tags = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, "v"]));
    assert.deepEqual(tagMistakes(tags(50)), []);
    assert.match(tagMistakes(tags(51)).join(), /51 tags; a resource carries at most 50/);
  });
});
