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

  it("mirrors every thinking or building source with a test of the same path", () => {
    const declarative = /(^|\/)index\.ts$|^policy-pack\/rules\//;
    const untested = sources("infra", "stacks", "simulator", "preview", "sandbox", "policy-pack")
      .filter((file) => !declarative.test(file))
      .filter((file) => /^export (async )?(function|class|const)|^class /m.test(text(file)))
      .filter((file) => !existsSync(join(root, "tests", file.replace(/\.ts$/, ".test.ts"))))
      .filter((file) => !coveredByFolder(file));
    assert.deepEqual(untested, []);
  });
});

/** A folder of small tables or parts may be tested as one thing, by a test named after the folder. */
function coveredByFolder(file: string): boolean {
  const folder = posix.dirname(file);
  return folder.includes("/") && existsSync(join(root, "tests", `${folder}.test.ts`));
}
