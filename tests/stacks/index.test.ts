import * as assert from "node:assert/strict";

import { simulate } from "../../simulator/mocks";
import { ConfigurationError } from "../../stacks/config";
import { previewedStack, stacks, start } from "./program";

describe("the program", function () {
  this.timeout(240_000);
  for (const stack of stacks) {
    it(`of ${stack} creates everything through one provider, which carries the Region and the tags`, async () => {
      const [simulation] = await previewedStack(stack);
      const [provider, ...others] = simulation.ofType("pulumi:providers:aws");
      assert.deepEqual(others, []);
      const created = simulation.resources().filter(({ type }) => type.startsWith("aws:"));
      assert.ok(created.length > 0);
      for (const resource of created) {
        assert.ok(
          resource.provider.startsWith(`${provider?.urn ?? ""}::`),
          `${resource.type} ${resource.name}`,
        );
      }
    });
  }

  it("of an environment builds the same graph at every size, save the proof of a shared domain and the switch of two Regions, which have one owner", async () => {
    const shared = "aws:route53/record:Record compute-front-door-certificate";
    const switched =
      /^(aws:arcregionswitch|platform:compute:RegionSwitch|aws:iam\/role(Policy)?:\w+ region-switch-role$)/;
    const [prod, dr] = [await identities("prod"), await identities("dr")];
    assert.ok(prod.includes(shared));
    assert.equal(dr.filter((identity) => switched.test(identity)).length, 5);
    assert.deepEqual(
      dr.filter((identity) => !switched.test(identity)),
      prod.filter((identity) => identity !== shared),
    );
  });

  it("of an environment tells its VPC and how NAT gateways and endpoints compare", async () => {
    const [, outputs] = await previewedStack("dev");
    assert.deepEqual(Object.keys(outputs).sort(), [
      "backupCopyKeyArn",
      "backupCopyVaultArns",
      "backupVaultArns",
      "experimentTemplateIds",
      "fixedCost",
      "frontDoor",
      "natBreakEven",
      "quotaUse",
      "recoverFrom",
      "regionSwitch",
      "replicatedBackupArns",
      "running",
      "url",
      "vpcId",
    ]);
  });

  it("of an account tells what environments and people need of it", async () => {
    const [, outputs] = await previewedStack("account");
    assert.deepEqual(Object.keys(outputs).sort(), [
      "alertTopicArn",
      "breakGlassRoleArn",
      "deployRoleArns",
      "previewRoleArn",
      "quotaPlan",
      "savings",
      "telemetrySinkArns",
      "volumeKeyArns",
    ]);
  });

  it("of a stack that names none is refused before anything is created", async () => {
    const simulation = simulate({ project: "platform", stack: "new", config: { "aws:region": "eu-west-1" } });
    const starting = simulation.run(start);
    await assert.rejects(starting, (error: unknown) => {
      assert.ok(error instanceof ConfigurationError);
      assert.match(
        error.message,
        /^stack "new": 1 mistake.*\n\nPulumi\.new\.yaml: platform:program\n.*nothing\n.*account, workload/s,
      );
      return true;
    });
    assert.deepEqual(simulation.resources(), []);
  });
});

/** Types and names of everything that a stack creates, zone ids left out of the names. */
async function identities(stack: string): Promise<readonly string[]> {
  const [simulation] = await previewedStack(stack);
  return simulation
    .resources()
    .map(({ type, name }) => `${type} ${name.replace(/[a-z]+\d-az/, "az")}`)
    .filter((identity) => !identity.startsWith("pulumi:pulumi:Stack"))
    .sort();
}
