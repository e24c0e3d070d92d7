import * as assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { simulate } from "../../simulator/mocks";
import type { WireObject } from "../../simulator/wire";
import { type Promises, promisesOf, type Successor } from "../../stacks/promises";

const shop = { domain: "shop.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" };
const successor: Successor = {
  ...{ standsInFor: "prod", region: "eu-central-1", accountId: "111122223333" },
  frontDoor: { ...shop, failoverRole: "secondary" },
  runs: { services: ["orders"], fleets: ["yard"] },
};
const stack = "organization/platform/prod";

const vault = "arn:aws:backup:eu-central-1:111122223333:backup-vault:prod-critical-copy";
const key = "arn:aws:kms:eu-central-1:111122223333:key/11111111-2222-3333-4444-555555555555";
const database = "arn:aws:rds:eu-central-1:111122223333:auto-backup:ab-0123456789abcdef";
const there = "eu-west-1:111122223333";
const running = {
  clusterArn: `arn:aws:ecs:${there}:cluster/prod`,
  serviceArns: { orders: `arn:aws:ecs:${there}:service/prod/prod-orders` },
  groupArns: { yard: `arn:aws:autoscaling:${there}:autoScalingGroup:0123:autoScalingGroupName/prod-yard` },
};
const outputs: WireObject = {
  backupCopyVaultArns: { critical: vault },
  backupCopyKeyArn: key,
  replicatedBackupArns: { workshop: database },
  frontDoor: { ...shop, failoverRole: "primary" },
  running,
  url: "https://shop.example.com",
};

/** What is promised, in a run where these stacks are deployed. */
async function read(
  stackOutputs: Readonly<Record<string, WireObject>>,
  preview = false,
  taker: Successor = successor,
): Promise<unknown> {
  const simulation = simulate({ project: "platform", stack: "dr", preview, stackOutputs });
  return simulation.run(async () => {
    const promises: Promises = promisesOf(taker);
    const all = pulumi.output({ ...promises });
    // A promise of an output's value, which the SDK's types keep to themselves; it rejects where the output does.
    return (all as unknown as { promise(): Promise<unknown> }).promise();
  });
}

const without = (name: string): WireObject =>
  Object.fromEntries(Object.entries(outputs).filter(([output]) => output !== name));

describe("what one stack promises another", () => {
  it("is read from its outputs", async () => {
    assert.deepEqual(await read({ [stack]: outputs }), {
      stack,
      backupCopyVaultArns: { critical: vault },
      backupCopyKeyArn: key,
      replicatedBackupArns: { workshop: database },
      frontDoor: { ...shop, failoverRole: "primary" },
      running,
    });
  });

  for (const output of [
    ...["backupCopyVaultArns", "backupCopyKeyArn", "replicatedBackupArns"],
    ...["frontDoor", "running"],
  ]) {
    it(`is refused with the stack's and the output's name where ${output} is missing`, async () => {
      await assert.rejects(read({ [stack]: without(output) }), (error: unknown) => {
        assert.ok(error instanceof Error);
        assert.match(error.message, new RegExp(`stack "${stack}", output "${output}"`));
        assert.match(error.message, /given nothing; allowed: /);
        return true;
      });
    });
  }

  it("is unknown in a preview as long as the other stack has not been deployed with it, but not where it is wrong", async () => {
    assert.equal(await read({ [stack]: without("backupCopyKeyArn") }, true), undefined);
    await assert.rejects(read({ [stack]: { ...outputs, backupCopyKeyArn: "key" } }, true), /given "key"/);
  });

  it("is unknown in a preview as long as the other stack does not run all of it yet, and refused in a deployment", async () => {
    const early = { [stack]: { ...outputs, running: { ...running, serviceArns: {} } } };
    assert.equal(await read(early, true), undefined);
    await assert.rejects(read(early), /running\.serviceArns\.orders: given nothing; allowed: an ARN of ecs/);
  });

  it("is refused where what runs elsewhere runs here, or in another account", async () => {
    for (const [from, to] of [
      ["eu-west-1", "eu-central-1"],
      ["111122223333", "444455556666"],
    ] as const) {
      const groupArns = { yard: running.groupArns.yard.replace(from, to) };
      await assert.rejects(
        read({ [stack]: { ...outputs, running: { ...running, groupArns } } }, true),
        /running\.groupArns\.yard: given "arn:aws:autoscaling:[^;]+; allowed: an ARN of autoscaling outside of eu-central-1, account 111122223333/,
      );
    }
  });

  it("is refused where it lies in the Region that is lost, or in another account", async () => {
    for (const wrong of ["eu-central-1", "111122223333"]) {
      const elsewhere = key.replace(wrong, wrong.startsWith("eu") ? "eu-west-1" : "444455556666");
      await assert.rejects(
        read({ [stack]: { ...outputs, backupCopyKeyArn: elsewhere } }),
        /backupCopyKeyArn: given "arn:aws:kms:[^"]+"; allowed: an ARN of kms in eu-central-1, account 111122223333/,
      );
    }
  });

  for (const [member, value] of [
    ["domain", "shop.example.org"],
    ["hostedZoneId", "Z9999999999ABCDEFGHIJ"],
    ["failoverRole", "secondary"],
    ["failoverRole", "none"],
    ["domain", 7],
  ] as const) {
    it(`is refused where a stack that shares a domain is promised another ${member} than its own: ${value}`, async () => {
      const frontDoor = { ...shop, failoverRole: "primary", [member]: value };
      const refused = read({ [stack]: { ...outputs, frontDoor } });
      await assert.rejects(refused, (error: unknown) => {
        assert.ok(error instanceof Error);
        const own = member === "failoverRole" ? "primary" : shop[member];
        assert.ok(error.message.includes(`stack "${stack}", output "frontDoor"`));
        assert.ok(
          error.message.includes(`frontDoor.${member}: given ${JSON.stringify(value)}; allowed: "${own}", `),
        );
        return true;
      });
    });
  }

  it("may be any domain where the stack that stands in has its own to itself, but not none", async () => {
    const alone: Successor = { ...successor, frontDoor: { ...shop, failoverRole: "none" } };
    const frontDoor = { domain: "other.example.com", hostedZoneId: "Z9", failoverRole: "primary" };
    const { frontDoor: told } = (await read(
      { [stack]: { ...outputs, frontDoor } },
      false,
      alone,
    )) as WireObject;
    assert.deepEqual(told, frontDoor);
    await assert.rejects(
      read({ [stack]: { ...outputs, frontDoor: {} } }, false, alone),
      /frontDoor\.domain: given nothing/,
    );
  });

  it("is refused where a member is malformed, with the member's own path", async () => {
    await assert.rejects(
      read({ [stack]: { ...outputs, backupCopyVaultArns: { critical: vault, high: 7 } } }),
      /backupCopyVaultArns\.high: given 7/,
    );
  });

  it("is refused where the stack was never deployed, and unknown in a preview of it alone", async () => {
    await assert.rejects(read({}), /unknown stack "organization\/platform\/prod"/);
    // A value that is not known yet.
    assert.equal(await read({}, true), undefined);
  });
});
