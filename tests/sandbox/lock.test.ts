import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FolderInUse, takeLock } from "../../sandbox/lock";

describe("the lock on a sandbox's folder", () => {
  let folder = "";
  let file = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lock-"));
    file = join(folder, "lock");
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("is held by one run at a time, and a second is told by which", () => {
    takeLock(folder, file);
    assert.throws(
      () => takeLock(folder, file),
      (error: unknown) => error instanceof FolderInUse && error.message.includes(`process ${process.pid}`),
    );
  });

  it("can be taken again once it was given back", () => {
    takeLock(folder, file)();
    assert.equal(existsSync(file), false);
    takeLock(folder, file)();
  });

  it("is taken over from a process that has ended", () => {
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    writeFileSync(file, `${pid}\n`);
    takeLock(folder, file);
    assert.equal(readFileSync(file, "utf8"), `${process.pid}\n`);
  });

  it("is taken over where the file says nothing", () => {
    writeFileSync(file, "");
    takeLock(folder, file);
    assert.equal(readFileSync(file, "utf8"), `${process.pid}\n`);
  });

  it("is not given back by a run that no longer holds it", () => {
    const release = takeLock(folder, file);
    writeFileSync(file, "1\n");
    release();
    assert.equal(readFileSync(file, "utf8"), "1\n");
  });
});
