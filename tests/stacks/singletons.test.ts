import * as assert from "node:assert/strict";

import type { SimulatedResource } from "../../simulator/mocks";
import { configurationOf, run, stacks, withoutStackTraces } from "./program";

/** Types of which an account, or a Region of it, has exactly one. */
const singletons: ReadonlySet<string> = new Set([
  "aws:account/alternativeContact:AlternativeContact",
  "aws:backup/regionSettings:RegionSettings",
  "aws:cfg/deliveryChannel:DeliveryChannel",
  "aws:cfg/recorder:Recorder",
  "aws:cfg/retentionConfiguration:RetentionConfiguration",
  "aws:cloudtrail/trail:Trail",
  "aws:detective/graph:Graph",
  "aws:ebs/defaultKmsKey:DefaultKmsKey",
  "aws:ebs/encryptionByDefault:EncryptionByDefault",
  "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
  "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
  "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
  "aws:ec2/serialConsoleAccess:SerialConsoleAccess",
  "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions",
  "aws:guardduty/detector:Detector",
  "aws:iam/accountAlias:AccountAlias",
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
  "aws:iam/securityTokenServicePreferences:SecurityTokenServicePreferences",
  "aws:inspector2/enabler:Enabler",
  "aws:macie2/account:Account",
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
  "aws:securityhub/account:Account",
]);

const identity = ({ type, inputs }: SimulatedResource): string =>
  [type, inputs.region, inputs.alternateContactType].filter((part) => typeof part === "string").join(" ");

describe("what an account has once", function () {
  this.timeout(600_000);
  withoutStackTraces();
  const graphs = new Map<string, readonly SimulatedResource[]>();
  before(async () => {
    for (const stack of stacks) {
      const [simulation] = await run(stack, configurationOf(stack));
      graphs.set(stack, simulation.resources());
    }
  });

  it("is made by the stack account, and by no environment", () => {
    const elsewhere = [...graphs]
      .filter(([stack]) => stack !== "account")
      .flatMap(([stack, resources]) =>
        resources.filter(({ type }) => singletons.has(type)).map(({ type }) => `${stack} ${type}`),
      );
    assert.deepEqual(elsewhere, []);
  });

  it("is made once in a Region, and once where there are no Regions", () => {
    const made = (graphs.get("account") ?? []).filter(({ type }) => singletons.has(type)).map(identity);
    assert.ok(made.length > 30, String(made.length));
    assert.deepEqual(
      made.filter((one, position) => made.indexOf(one) !== position),
      [],
    );
  });
});
