import * as assert from "node:assert/strict";
import * as aws from "@pulumi/aws";

import { ofFamily } from "../../../infra/core/declarations";
import { Protection, type ProtectionArgs } from "../../../infra/protection";
import { type Simulation, simulate } from "../../../simulator/mocks";

const args: ProtectionArgs = {
  regions: ["eu-west-1", "eu-central-1"],
  accountId: "111122223333",
  environment: "account",
  vpcBlockPublicAccess: "block-ingress",
  snapshotSharing: "block-all-sharing",
  allowedImages: { state: "enabled", providers: ["amazon"] },
  keyDeletionWindowDays: 30,
  criticality: "critical",
  owner: "platform-team@example.com",
};

async function built(differences: Partial<ProtectionArgs> = {}): Promise<Simulation> {
  const simulation = simulate({ accountId: args.accountId });
  await simulation.run(() => new Protection("protection", { ...args, ...differences }));
  return simulation;
}

describe("the protection of an account", () => {
  it("refuses public buckets account-wide, in all four ways", async () => {
    const { accountId, blockPublicAcls, blockPublicPolicy, ignorePublicAcls, restrictPublicBuckets } = (
      await built()
    ).inputsOf("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", "protection-buckets");
    assert.equal(accountId, args.accountId);
    assert.deepEqual(
      [blockPublicAcls, blockPublicPolicy, ignorePublicAcls, restrictPublicBuckets],
      [true, true, true, true],
    );
  });

  it("sets each Region's blocks and defaults in that Region", async () => {
    const simulation = await built();
    const perRegion = simulation
      .resources()
      .filter(({ type, name }) => type.startsWith("aws:") && name !== "protection-buckets");
    assert.equal(perRegion.length, 20);
    for (const { name, inputs } of perRegion) {
      const region = typeof inputs.region === "string" ? inputs.region : "none";
      assert.ok(name.startsWith(`protection-${region}-`), `${name} in ${region}`);
    }
  });

  it("refuses every deletion, which would loosen the account or lose a key", async () => {
    const simulation = await built();
    for (const { name, protect } of simulation.resources().filter(({ type }) => type.startsWith("aws:"))) {
      assert.ok(protect, name);
    }
  });

  it("adds a Region without touching those it had", async () => {
    const identities = async (regions: ProtectionArgs["regions"]): Promise<readonly string[]> =>
      (await built({ regions })).resources().map(({ urn }) => urn);
    const before = await identities(["eu-west-1"]);
    const after = new Set(await identities(["eu-central-1", "eu-west-1"]));
    assert.deepEqual(
      before.filter((urn) => !after.has(urn)),
      [],
    );
  });

  it("says that its keys want watching, and what it answers", () => {
    simulate();
    const { declarations } = new Protection("protection", args);
    assert.deepEqual(
      ofFamily(declarations, "monitored").map(({ kind, name }) => [kind, name]),
      [
        ["key", "protection-eu-west-1-volumes"],
        ["key", "protection-eu-central-1-volumes"],
      ],
    );
    assert.equal(ofFamily(declarations, "answers")[0]?.by, "protection");
  });

  it("is refused without a Region, and with one twice", () => {
    simulate();
    assert.throws(() => new Protection("none", { ...args, regions: [] }), /"none": regions is empty/);
    assert.throws(
      () => new Protection("twice", { ...args, regions: ["eu-west-1", "eu-west-1"] }),
      /"twice": regions names eu-west-1 more than once/,
    );
  });

  it("follows the provider it is given", async () => {
    const simulation = simulate({ accountId: args.accountId });
    await simulation.run(() => {
      const provider = new aws.Provider("only", { region: "eu-west-1" });
      return new Protection("protection", args, { providers: [provider] });
    });
    for (const { name, provider } of simulation.resources().filter(({ type }) => type.startsWith("aws:"))) {
      assert.match(provider, /::only::/, name);
    }
  });
});
