import * as assert from "node:assert/strict";
import { join } from "node:path";

import type { Sandbox } from "../../sandbox/session/sandbox";
import { FileStore } from "../../simulator/file-store";
import { changed } from "./engine-view";
import { openSandbox, requirePulumiCli, temporaryFolder } from "./pulumi-cli";

const REFERENCE = "organization/backup/prod";

describe("an environment and the one that stands in for it, under the real engine", function () {
  this.timeout(400_000);
  requirePulumiCli();
  const folder = temporaryFolder();
  // One state and one account of both, as in a business; one stack at a time holds it.
  const root = join(folder, ".sandbox", "both");

  async function within<Result>(stack: string, act: (sandbox: Sandbox) => Promise<Result>): Promise<Result> {
    const sandbox = await openSandbox(folder, {
      projectDir: join(__dirname, "programs", "backup"),
      ...{ stack, root },
    });
    try {
      return await act(sandbox);
    } finally {
      sandbox.close();
    }
  }

  async function outputs(stack: string): Promise<Readonly<Record<string, unknown>>> {
    const all = await within(stack, (sandbox) => sandbox.outputs());
    return Object.fromEntries(Object.entries(all).map(([name, { value }]) => [name, value as unknown]));
  }

  it("cannot be deployed in the wrong order: what is missing is told, with its stack and name", async () => {
    const { errors, succeeded } = await within("dr", (sandbox) => sandbox.preview());
    assert.equal(succeeded, false);
    assert.match(errors.join("\n"), new RegExp(`unknown stack "${REFERENCE}"`));
  });

  it("are deployed in the right order, and leave nothing to do", async () => {
    for (const stack of ["prod", "dr"]) {
      const [up, again] = await within(stack, async (sandbox) => [
        await sandbox.up(),
        await sandbox.preview(),
      ]);
      assert.deepEqual([up.errors, again.errors, changed(again)], [[], [], []], stack);
    }
  });

  it("agree: the one reads what the other has left, and all of it is there, in its own Region", async () => {
    const { backupCopyVaultArns, backupCopyKeyArn, replicatedBackupArns, frontDoor, running } =
      await outputs("prod");
    const {
      stack,
      running: runs,
      ...promised
    } = (await outputs("dr")).recoverFrom as Readonly<Record<string, unknown>>;
    assert.equal(stack, REFERENCE);
    assert.deepEqual(runs, running);
    assert.deepEqual(promised, { backupCopyVaultArns, backupCopyKeyArn, replicatedBackupArns, frontDoor });
    const there = new FileStore(join(root, "simulated-aws.json")).view(({ resources }) =>
      resources
        .filter(({ urn }) => urn.startsWith("urn:pulumi:prod::"))
        .flatMap(({ id, attributes }) => [id, attributes.arn]),
    );
    const arns = JSON.stringify(promised).match(/arn:[^"]+/g) ?? [];
    assert.equal(arns.length, 5);
    for (const arn of arns) {
      assert.match(arn, /:eu-central-1:/);
      assert.ok(there.includes(arn), arn);
    }
  });

  it("part openly: copies that lie elsewhere than the one that relies on them break its next preview", async () => {
    const elsewhere = await within("dr", (sandbox) =>
      sandbox.preview({ config: (config) => ({ ...config, "backup:region": "eu-north-1" }) }),
    );
    assert.equal(elsewhere.succeeded, false);
    const told = elsewhere.errors.join("\n");
    assert.match(told, new RegExp(`stack "${REFERENCE}", output "backupCopyKeyArn"`));
    assert.match(told, /allowed: an ARN of kms in eu-north-1, account 111122223333/);
  });

  it("are taken down one after the other; without the first, the second is refused with what it misses", async () => {
    assert.deepEqual((await within("prod", (sandbox) => sandbox.destroy())).errors, []);
    const alone = await within("dr", (sandbox) => sandbox.up());
    assert.equal(alone.succeeded, false);
    assert.match(alone.errors.join("\n"), new RegExp(`stack "${REFERENCE}", output "\\w+"[^]*given nothing`));
    assert.deepEqual((await within("dr", (sandbox) => sandbox.destroy())).errors, []);
  });
});
