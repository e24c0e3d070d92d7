import * as assert from "node:assert/strict";
import { AwsError } from "../../simulator";

describe("simulator/aws-error", () => {
  it("carries AWS's code apart and at the beginning of its message", () => {
    const error = new AwsError("InvalidVpcID.NotFound", "vpc-1 does not exist");
    assert.equal(error.code, "InvalidVpcID.NotFound");
    assert.equal(error.message, "InvalidVpcID.NotFound: vpc-1 does not exist");
  });
});
