import * as assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

const root = join(__dirname, "..");

const sources = (...folders: string[]): string[] =>
  folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .map((file) => posix.join(folder, file.split("\\").join("/")))
        .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
        .filter((file) => !/(^|\/)(node_modules|bin)\//.test(file)),
    );

const text = (file: string): string => readFileSync(join(root, file), "utf8");

describe("the architecture", () => {
  it("gives every component the type token of its layer and class", () => {
    const wrong = sources("infra").flatMap((file) =>
      [...text(file).matchAll(/class (\w+) extends pulumi\.ComponentResource[\s\S]*?super\(\s*([^,]+),/g)]
        .map(([, name, token]) => ({
          file,
          token,
          expected: `"platform:${file.split("/")[1] ?? ""}:${name ?? ""}"`,
        }))
        .filter(({ token, expected }) => token !== expected),
    );
    assert.deepEqual(wrong, []);
  });

  it("registers the outputs of every component", () => {
    const without = sources("infra").filter(
      (file) =>
        text(file).includes("extends pulumi.ComponentResource") &&
        !text(file).includes("this.registerOutputs("),
    );
    assert.deepEqual(without, []);
  });

  it("never asks which stack it is", () => {
    const asking = sources("infra", "stacks").filter((file) =>
      /[!=]==?\s*["'](dev|preprod|prod|dr|production|development)["']|case ["'](dev|preprod|prod|dr)["']/.test(
        text(file),
      ),
    );
    assert.deepEqual(asking, []);
  });

  it("tests every folder of sources at the same place under tests/", () => {
    const folders = new Set(
      sources("infra", "stacks", "simulator", "preview", "sandbox", "policy-pack").map((file) =>
        posix.dirname(file),
      ),
    );
    const untested = [...folders].filter((folder) => !hasTests(folder));
    assert.deepEqual(untested, []);
  });
});

/** Whether a folder's tests stand in the folder of the same path, or in one file named after it or a folder above. */
function hasTests(folder: string): boolean {
  const inFolder = join(root, "tests", folder);
  if (existsSync(`${inFolder}.test.ts`)) return true;
  if (existsSync(inFolder) && readdirSync(inFolder).some((file) => file.endsWith(".test.ts"))) return true;
  return folder.includes("/") && hasTests(posix.dirname(folder));
}
