import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

const REPOSITORY = path.resolve(__dirname, "../../..");

const made: string[] = [];

/** A folder of a test's own, with the given files; `node_modules` is the repository's. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "preview-test-")));
  made.push(folder);
  fs.symlinkSync(path.join(REPOSITORY, "node_modules"), path.join(folder, "node_modules"), "dir");
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  return folder;
}

/** Removes every folder that was made; for `after`. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
}

/** A project called `sample` with a stack `dev` in eu-west-1. */
export function projectWith(files: Readonly<Record<string, string>>): string {
  return folderWith({
    "Pulumi.yaml": "name: sample\nruntime: nodejs\n",
    "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n",
    "package.json": '{ "name": "sample", "version": "1.0.0" }',
    ...files,
  });
}

/** A policy pack called `sample-pack`; `policies` is the source of an array. */
export function packWith(policies: string, settings = "undefined"): string {
  return folderWith({
    "PulumiPolicy.yaml": "runtime: nodejs\n",
    "package.json": '{ "name": "sample-pack", "version": "0.1.0", "main": "index.js" }',
    "index.js": `const { PolicyPack } = require("@pulumi/policy");
new PolicyPack("sample-pack", { policies: ${policies} }, ${settings});
`,
  });
}
