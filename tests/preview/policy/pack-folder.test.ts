import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { readPackFolder } from "../../../preview/policy/pack-folder";
import { folderWith, removeFolders } from "../support/folders";

const COMPILED = {
  "PulumiPolicy.yaml": "runtime: nodejs\nversion: 2.0.0\n",
  "package.json": '{ "main": "bin/index.js", "scripts": { "build": "tsc" } }',
  "rules/one.ts": "",
  "bin/index.js": "",
};

function age(folder: string, file: string, secondsAgo: number): void {
  const time = Date.now() / 1000 - secondsAgo;
  fs.utimesSync(path.join(folder, file), time, time);
}

describe("a policy pack's folder", () => {
  after(removeFolders);

  it("says when the pack was changed after it was compiled", () => {
    const folder = folderWith(COMPILED);
    age(folder, "bin/index.js", 60);
    assert.equal(readPackFolder(folder).diagnostics[0]?.code, "stalePack");
    age(folder, "rules/one.ts", 120);
    assert.deepEqual(readPackFolder(folder).diagnostics, []);
  });

  it("gives the version that the engine would use", () => {
    const folder = folderWith(COMPILED);
    assert.equal(readPackFolder(folder).version, "2.0.0");
  });

  it("is refused when the pack was never compiled", () => {
    const folder = folderWith(COMPILED);
    fs.rmSync(path.join(folder, "bin"), { recursive: true });
    assert.throws(() => readPackFolder(folder), /is not compiled: bin\/index\.js is missing/);
  });

  it("need not be compiled when it has no build", () => {
    const folder = folderWith({
      "PulumiPolicy.yaml": "runtime: nodejs\n",
      "package.json": "{}",
      "index.ts": "",
    });
    assert.deepEqual(readPackFolder(folder).diagnostics, []);
  });

  it("is refused when a file of its name would be loaded in its place", () => {
    const parent = folderWith(
      Object.fromEntries(Object.entries(COMPILED).map(([name, content]) => [`pack/${name}`, content])),
    );
    const pack = path.join(parent, "pack");
    readPackFolder(pack);
    fs.writeFileSync(`${pack}.json`, "{}");
    assert.throws(() => readPackFolder(pack), /pack\.json hides it/);
  });

  it("is refused when it holds no pack for Node", () => {
    assert.throws(() => readPackFolder(folderWith({})), /there is no policy pack/);
    const python = folderWith({ "PulumiPolicy.yaml": "runtime: python\n", "package.json": "{}" });
    assert.throws(() => readPackFolder(python), /runtime "python"; it must be nodejs/);
  });
});
