import * as assert from "node:assert/strict";

import { RegionProtection, type RegionProtectionArgs } from "../../../infra/protection/region-protection";
import { type Simulation, simulate } from "../../../simulator/mocks";

const args: RegionProtectionArgs = {
  region: "eu-central-1",
  accountId: "111122223333",
  environment: "account",
  vpcBlockPublicAccess: "block-ingress",
  snapshotSharing: "block-new-sharing",
  allowedImages: { state: "enabled", providers: ["amazon"] },
  keyDeletionWindowDays: 14,
  criticality: "critical",
  owner: "platform-team@example.com",
};

async function built(differences: Partial<RegionProtectionArgs> = {}): Promise<Simulation> {
  const simulation = simulate({ accountId: args.accountId });
  await simulation.run(() => new RegionProtection("here", { ...args, ...differences }));
  return simulation;
}

describe("the protection of a Region", () => {
  it("is one component with ten children", async () => {
    const simulation = await built();
    const [component] = simulation.ofType("platform:protection:RegionProtection");
    const children = simulation.resources().filter(({ parent }) => parent === component?.urn);
    assert.deepEqual(children.map(({ type, name }) => `${type} ${name}`).sort(), [
      "aws:ebs/defaultKmsKey:DefaultKmsKey here-volumes",
      "aws:ebs/encryptionByDefault:EncryptionByDefault here-volumes",
      "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess here-snapshots",
      "aws:ec2/allowedImagesSettings:AllowedImagesSettings here-allowed-images",
      "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess here-images",
      "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults here-metadata",
      "aws:ec2/serialConsoleAccess:SerialConsoleAccess here-serial-console",
      "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions here-vpcs",
      "aws:kms/alias:Alias here-volumes",
      "aws:kms/key:Key here-volumes",
    ]);
  });

  it("has a key that rotates, waits before it is deleted, and goes by a name", async () => {
    const simulation = await built();
    const key = simulation.inputsOf("aws:kms/key:Key", "here-volumes");
    assert.equal(key.enableKeyRotation, true);
    assert.equal(key.deletionWindowInDays, 14);
    assert.equal(simulation.inputsOf("aws:kms/alias:Alias", "here-volumes").name, "alias/account/volumes");
  });

  it("encrypts volumes with that key, and only once it is the default", async () => {
    const simulation = await built();
    const key = simulation.resource("aws:kms/key:Key", "here-volumes");
    const defaultKey = simulation.resource("aws:ebs/defaultKmsKey:DefaultKmsKey", "here-volumes");
    const encryption = simulation.resource("aws:ebs/encryptionByDefault:EncryptionByDefault", "here-volumes");
    assert.equal(defaultKey.inputs.keyArn, key.outputs.arn);
    assert.equal(encryption.inputs.enabled, true);
    assert.ok(encryption.dependencies.includes(defaultKey.urn));
  });

  it("refuses the public as told", async () => {
    const simulation = await built({ vpcBlockPublicAccess: "block-bidirectional" });
    const snapshots = "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess";
    const vpcs = "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions";
    assert.equal(simulation.inputsOf(snapshots, "here-snapshots").state, "block-new-sharing");
    assert.equal(simulation.inputsOf(vpcs, "here-vpcs").internetGatewayBlockMode, "block-bidirectional");
  });

  it("starts instances from images of whom it is told, and of the account itself, or of anybody", async () => {
    const type = "aws:ec2/allowedImagesSettings:AllowedImagesSettings";
    const allowed = (await built()).inputsOf(type, "here-allowed-images");
    assert.equal(allowed.state, "enabled");
    assert.deepEqual(allowed.imageCriterions, [{ imageProviders: ["amazon", "111122223333"] }]);
    const open = await built({ allowedImages: { state: "disabled", providers: ["amazon"] } });
    assert.equal(open.inputsOf(type, "here-allowed-images").imageCriterions, undefined);
  });
});
