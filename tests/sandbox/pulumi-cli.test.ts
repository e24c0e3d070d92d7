import * as assert from "node:assert/strict";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { BUILT_VERSION, findPulumiCli, PulumiCliMissing } from "../../sandbox/pulumi-cli";

describe("the search for the Pulumi CLI", () => {
  let home = "";
  beforeEach(() => {
    home = realpathSync(mkdtempSync(join(tmpdir(), "home-")));
  });
  afterEach(() => {
    rmSync(home, { recursive: true, force: true });
  });

  const executable = (...names: string[]): string => {
    const file = join(home, ...names);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, "#!/bin/sh\n", { mode: 0o755 });
    return file;
  };

  it("prefers PULUMI_CLI to PATH, and PATH to what the project has built", () => {
    const built = executable(".cache", "well-architected-platform", "pulumi", BUILT_VERSION, "pulumi");
    assert.equal(findPulumiCli({ PATH: join(home, "bin") }, home).path, built);
    const onPath = executable("bin", "pulumi");
    assert.equal(findPulumiCli({ PATH: join(home, "bin") }, home).path, onPath);
    const named = executable("elsewhere", "pulumi");
    assert.equal(findPulumiCli({ PATH: join(home, "bin"), PULUMI_CLI: named }, home).path, named);
  });

  it("looks where the user's cache is, and where it is by default if an empty value names it", () => {
    const built = ["well-architected-platform", "pulumi", BUILT_VERSION, "pulumi"];
    const byDefault = executable(".cache", ...built);
    assert.equal(findPulumiCli({ XDG_CACHE_HOME: "" }, home).path, byDefault);
    const elsewhere = executable("elsewhere", ...built);
    assert.equal(findPulumiCli({ XDG_CACHE_HOME: join(home, "elsewhere") }, home).path, elsewhere);
  });

  it("sees whether an installation brings its own language host, also behind a symbolic link", () => {
    const installed = executable("installed", "pulumi");
    mkdirSync(join(home, "bin"));
    symlinkSync(installed, join(home, "bin", "pulumi"));
    assert.equal(findPulumiCli({ PATH: join(home, "bin") }, home).hasLanguageHost, false);
    executable("installed", "pulumi-language-nodejs");
    assert.deepEqual(findPulumiCli({ PATH: join(home, "bin") }, home), {
      path: installed,
      hasLanguageHost: true,
    });
  });

  it("says where it looked and how to get the CLI when there is none", () => {
    assert.throws(
      () => findPulumiCli({ PATH: "" }, home),
      (error: unknown) =>
        error instanceof PulumiCliMissing &&
        error.message.includes(join(home, ".cache")) &&
        error.message.includes("bash .ci/install-pulumi-cli"),
    );
  });

  it("does not fall back on another CLI when PULUMI_CLI names none", () => {
    executable("bin", "pulumi");
    assert.throws(
      () => findPulumiCli({ PATH: join(home, "bin"), PULUMI_CLI: "/nowhere/pulumi" }, home),
      /\/nowhere\/pulumi/,
    );
  });

  it("looks for the version that the build script pins", () => {
    const modules = readFileSync(join(__dirname, "..", "..", ".ci", "pulumi-cli", "go.mod"), "utf8");
    assert.ok(modules.includes(`github.com/pulumi/pulumi/pkg/v3 v${BUILT_VERSION} `));
  });
});
