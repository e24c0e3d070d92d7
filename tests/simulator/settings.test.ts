import * as assert from "node:assert/strict";
import { AwsError, settingsOf } from "../../simulator";
import { UNKNOWN, type WireObject } from "../../simulator/wire";

describe("simulator/settings", () => {
  it("reads settings out of the provider's inputs, where lists and tags are JSON text", () => {
    const settings = settingsOf({
      region: "eu-west-1",
      allowedAccountIds: '["210987654321"]',
      defaultTags: '{"tags":{"Owner":"platform"}}',
    });
    assert.deepEqual(settings, {
      region: "eu-west-1",
      accountId: "210987654321",
      defaultTags: { Owner: "platform" },
      allowedAccountIds: ["210987654321"],
    });
  });

  it("reads them as plain values too", () => {
    const { defaultTags } = settingsOf({ region: "eu-west-1", defaultTags: { tags: { Owner: "platform" } } });
    assert.deepEqual(defaultTags, { Owner: "platform" });
  });

  it("refuses a provider without a Region", () => {
    const cases: WireObject[] = [{}, { region: "" }, { region: UNKNOWN }];
    for (const inputs of cases) {
      assert.throws(
        () => settingsOf(inputs),
        (error) => error instanceof AwsError && error.code === "MissingRegion",
      );
    }
  });

  it("refuses an account that is not allowed", () => {
    const inputs = { region: "eu-west-1", allowedAccountIds: ["1"] };
    assert.throws(() => settingsOf(inputs, "2"), /account 2 is none of 1/);
  });
});
