import * as assert from "node:assert/strict";
import { childEnvironment } from "../../../preview/process/child-environment";

describe("the environment of a preview's processes", () => {
  const before = process.env;
  afterEach(() => {
    // Itself, not a copy: only Node's own object reaches the environment of the process.
    process.env = before;
  });

  it("holds no credentials and nothing of the user's Pulumi", () => {
    process.env = {
      ...before,
      AWS_ACCESS_KEY_ID: "x",
      AWS_PROFILE: "y",
      PULUMI_ACCESS_TOKEN: "z",
      PULUMI_BACKEND_URL: "s3://",
    };
    const environment = childEnvironment({});
    assert.deepEqual(
      ["AWS_ACCESS_KEY_ID", "AWS_PROFILE", "PULUMI_ACCESS_TOKEN", "PULUMI_BACKEND_URL"].map(
        (name) => environment[name],
      ),
      [undefined, undefined, undefined, undefined],
    );
    assert.equal(environment.AWS_EC2_METADATA_DISABLED, "true");
    assert.equal(environment.PATH, before.PATH);
  });

  it("holds what is added", () => {
    assert.equal(childEnvironment({ PULUMI_CONFIG: "{}" }).PULUMI_CONFIG, "{}");
  });
});
