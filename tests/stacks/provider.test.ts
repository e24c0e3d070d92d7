import * as assert from "node:assert/strict";

import { simulate } from "../../simulator/mocks";
import { stackProvider } from "../../stacks/provider";
import type { StackIdentity } from "../../stacks/config";

const identity: StackIdentity = {
  region: "eu-west-1",
  accountId: "111122223333",
  profile: undefined,
  tags: {
    environment: "dev",
    service: "shop",
    owner: "platform-team@example.com",
    costCenter: "1000",
    criticality: "low",
    dataClass: "internal",
  },
};

describe("the provider of a stack", () => {
  it("carries the Region, the one account that it may touch, and the tag contract", async () => {
    const simulation = simulate();
    await simulation.run(() => stackProvider(identity));
    const { region, allowedAccountIds, defaultTags, profile } = simulation.inputsOf(
      "pulumi:providers:aws",
      "aws",
    );
    assert.equal(region, "eu-west-1");
    assert.deepEqual(fromText(allowedAccountIds), ["111122223333"]);
    assert.equal(profile, undefined);
    assert.deepEqual(fromText(defaultTags), {
      tags: {
        Environment: "dev",
        Service: "shop",
        Owner: "platform-team@example.com",
        CostCenter: "1000",
        Criticality: "low",
        DataClass: "internal",
        ManagedBy: "Pulumi",
      },
    });
  });

  it("takes credentials from a profile where one is named", async () => {
    const simulation = simulate();
    await simulation.run(() => stackProvider({ ...identity, profile: "shop-dev" }));
    assert.equal(simulation.inputsOf("pulumi:providers:aws", "aws").profile, "shop-dev");
  });
});

/** Providers take structured settings as JSON text. */
function fromText(value: unknown): unknown {
  return typeof value === "string" ? JSON.parse(value) : value;
}
