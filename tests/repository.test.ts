import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..");
const tracked = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter(Boolean);
const texts = tracked
  .filter((file) => !/\.(png|svg)$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));

const holding = (pattern: RegExp): string[] =>
  texts.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

describe("the repository", () => {
  it("names no package registry in a lockfile", () => {
    assert.deepEqual(holding(/"resolved": "https?:/), []);
  });

  it("locks the optional packages of every platform, whichever one wrote the lockfile", () => {
    const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
      readonly packages: Readonly<Record<string, { readonly optionalDependencies?: object }>>;
    };
    const locked = Object.keys(lock.packages);
    const missing = Object.values(lock.packages)
      .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
      .filter((name) => !locked.some((path) => path.endsWith(`node_modules/${name}`)));
    assert.deepEqual(missing, []);
  });

  it("holds no absolute path of a machine", () => {
    assert.deepEqual(holding(/(^|[\s"'`(=])\/(home|Users|root|work)\/[\w.-]+\//m), []);
  });

  it("holds no credential", () => {
    assert.deepEqual(
      holding(/\b(AKIA|ASIA)[A-Z0-9]{16}\b(?<!EXAMPLE)|-----BEGIN [A-Z ]*PRIVATE KEY-----/),
      [],
    );
  });
});
