import * as assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as yaml from "yaml";
import { copyProjectFiles, UnknownStack } from "../../sandbox/project-files";

describe("the copies of a project's files in a sandbox", () => {
  let projectDir = "";
  let target = "";
  beforeEach(() => {
    projectDir = mkdtempSync(join(tmpdir(), "project-"));
    target = join(projectDir, "copy");
    write("Pulumi.yaml", {
      name: "shop",
      runtime: { name: "nodejs", options: { nodeargs: "--x" } },
      config: { a: "b" },
    });
    write("Pulumi.dev.yaml", { config: { "aws:region": "eu-west-1" } });
  });
  afterEach(() => {
    rmSync(projectDir, { recursive: true, force: true });
  });

  const write = (name: string, content: object): void => {
    writeFileSync(join(projectDir, name), yaml.stringify(content));
  };
  const copied = (name: string): unknown => yaml.parse(readFileSync(join(target, name), "utf8"));
  const dev = {
    get projectDir() {
      return projectDir;
    },
    stack: "dev",
  };

  it("run the project's own program with its own options, from another folder", () => {
    copyProjectFiles(dev, target);
    assert.deepEqual(copied("Pulumi.yaml"), {
      name: "shop",
      runtime: { name: "nodejs", options: { nodeargs: "--x" } },
      config: { a: "b" },
      main: projectDir,
    });
  });

  it("lead to no backend, secrets provider or environment of the real thing", () => {
    write("Pulumi.yaml", { name: "shop", runtime: "nodejs", backend: { url: "s3://state" }, main: "stacks" });
    write("Pulumi.dev.yaml", {
      secretsprovider: "awskms://key",
      encryptedkey: "x",
      encryptionsalt: "y",
      environment: ["z"],
    });
    copyProjectFiles(dev, target);
    assert.deepEqual(copied("Pulumi.yaml"), {
      name: "shop",
      runtime: "nodejs",
      main: join(projectDir, "stacks"),
    });
    assert.deepEqual(copied("Pulumi.dev.yaml"), { config: {} });
  });

  it("hold a placeholder for every value that is encrypted, at any depth", () => {
    const secure = { secure: "v1:abc" };
    write("Pulumi.dev.yaml", {
      config: { "shop:key": secure, "shop:deep": { list: [{ of: secure }], plain: 1 } },
    });
    const keys = copyProjectFiles(dev, target, {}, "v1:sealed");
    assert.deepEqual(keys, ["shop:key", "shop:deep"]);
    const sealed = { secure: "v1:sealed" };
    assert.deepEqual(copied("Pulumi.dev.yaml"), {
      config: { "shop:key": sealed, "shop:deep": { list: [{ of: sealed }], plain: 1 } },
    });
  });

  it("keep the salt of the sandbox's own secrets provider when they are made anew", () => {
    copyProjectFiles(dev, target);
    writeFileSync(
      join(target, "Pulumi.dev.yaml"),
      yaml.stringify({ encryptionsalt: "own", config: { old: 1 } }),
    );
    copyProjectFiles(dev, target);
    assert.deepEqual(copied("Pulumi.dev.yaml"), {
      encryptionsalt: "own",
      config: { "aws:region": "eu-west-1" },
    });
  });

  it("can run another program with other configuration", () => {
    copyProjectFiles(dev, target, { main: "/other.ts", config: (own) => ({ ...own, more: true }) });
    assert.equal((copied("Pulumi.yaml") as { main: string }).main, "/other.ts");
    assert.deepEqual(copied("Pulumi.dev.yaml"), { config: { "aws:region": "eu-west-1", more: true } });
  });

  it("are not made for a stack that the project does not have; the message names those it has", () => {
    assert.throws(
      () => copyProjectFiles({ projectDir, stack: "production" }, target),
      (error: unknown) => error instanceof UnknownStack && error.message.endsWith("the stacks are dev"),
    );
  });
});
