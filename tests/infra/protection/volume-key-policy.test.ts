import * as assert from "node:assert/strict";

import { statementMistakes } from "../../../infra/core/policy-statement";
import { regions } from "../../../infra/core/region";
import { volumeKeyPolicy } from "../../../infra/protection/volume-key-policy";

describe("the policy of the key for volumes", () => {
  it("states a reason for every wildcard, in every Region", () => {
    for (const region of regions) {
      assert.deepEqual(statementMistakes(volumeKeyPolicy(region, "111122223333")), [], region);
    }
  });

  it("leaves the account's administrators every right, so that the key can be recovered", () => {
    const administration = volumeKeyPolicy("cn-north-1", "111122223333").find(({ actions }) =>
      actions.includes("kms:*"),
    );
    assert.deepEqual(administration?.principals, { AWS: ["arn:aws-cn:iam::111122223333:root"] });
    assert.equal(administration.conditions, undefined);
  });

  it("lets anybody else in only from this account, and only through EC2 of the Region", () => {
    const others = volumeKeyPolicy("eu-west-1", "111122223333").filter(
      ({ actions }) => !actions.includes("kms:*"),
    );
    assert.equal(others.length, 2);
    for (const { sid, conditions } of others) {
      assert.deepEqual(
        conditions?.StringEquals,
        { "kms:CallerAccount": "111122223333", "kms:ViaService": "ec2.eu-west-1.amazonaws.com" },
        sid,
      );
    }
  });

  it("grants only for AWS's own resources", () => {
    const [grant] = volumeKeyPolicy("eu-west-1", "1").filter(({ actions }) =>
      actions.includes("kms:CreateGrant"),
    );
    assert.deepEqual(grant?.conditions?.Bool, { "kms:GrantIsForAWSResource": "true" });
  });
});
