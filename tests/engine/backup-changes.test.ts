import * as assert from "node:assert/strict";
import { join } from "node:path";

import type { Settings } from "../../sandbox/project-files";
import { countResources } from "../../sandbox/tour/drift";
import { FileStore } from "../../simulator/file-store";
import type { WorldResource } from "../../simulator/world";
import { changed } from "./engine-view";
import { openSandbox, requirePulumiCli, sandboxOfSuite, temporaryFolder } from "./pulumi-cli";

const TABLE = "dev-stock";
const DATABASE = "dev-workshop";

/** Changes values of the program's configuration. */
const saying =
  (values: Readonly<Record<string, string>>): ((config: Settings) => Settings) =>
  (config) => ({ ...config, ...values });

describe("backups under the real engine", function () {
  this.timeout(240_000);
  requirePulumiCli();
  const folder = temporaryFolder();
  const sandbox = sandboxOfSuite(() =>
    openSandbox(folder, { projectDir: join(__dirname, "programs", "backup"), stack: "dev" }),
  );
  const world = (): FileStore => new FileStore(sandbox().folder.world);
  const existing = (id: string): WorldResource | undefined =>
    world().view(({ resources }) =>
      resources.find((resource) => resource.id === id || resource.attributes.identifier === id),
    );

  before(async () => {
    assert.deepEqual((await sandbox().up()).errors, []);
  });

  it("leave nothing to do once they are deployed", async () => {
    const again = await sandbox().preview();
    assert.deepEqual([again.errors, changed(again)], [[], []]);
  });

  it("move a thing to another plan by a change of its word, and replace nothing", async () => {
    const before = existing(TABLE);
    const raised = await sandbox().up({ config: saying({ "backup:word": "critical" }) });
    assert.deepEqual(raised.errors, []);
    assert.deepEqual(changed(raised), ["update stock"]);
    const after = existing(TABLE);
    assert.deepEqual([after?.generation, after?.urn], [before?.generation, before?.urn]);
    assert.equal((after?.attributes.tags as Record<string, string> | undefined)?.Backup, "dev-critical");
    const lowered = await sandbox().up();
    assert.deepEqual([lowered.errors, changed(lowered)], [[], ["update stock"]]);
  });

  it("refuse to be destroyed while they are protected", async () => {
    const before = countResources(sandbox().folder.world);
    const refused = await sandbox().destroy();
    assert.equal(refused.succeeded, false);
    assert.match(refused.errors.join("\n"), /protect/);
    assert.equal(countResources(sandbox().folder.world), before);
    for (const id of [TABLE, DATABASE, "dev-standard", "dev-high-copy"]) assert.ok(existing(id), id);
  });

  it("go by the documented way: deployed once with `protect: false`, then destroyed", async () => {
    const opened = await sandbox().up({ config: saying({ "backup:protect": "false" }) });
    assert.deepEqual(opened.errors, []);
    assert.deepEqual(
      changed(opened).filter((step) => /replace|delete/.test(step)),
      [],
    );
    const destroyed = await sandbox().destroy();
    assert.deepEqual([destroyed.errors, destroyed.succeeded], [[], true]);
    assert.equal(countResources(sandbox().folder.world), 0);
  });
});
