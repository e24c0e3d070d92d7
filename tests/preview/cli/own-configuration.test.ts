import * as assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { checkConfiguration, stackFile } from "../../../preview/cli/own-configuration";
import { failureOf } from "../../../preview/cli/failure";

const ROOT = join(__dirname, "../../..");

describe("the configuration of this project", () => {
  let folder = "";

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "configuration-"));
    for (const file of ["Pulumi.yaml", "Pulumi.dev.yaml"]) cpSync(join(ROOT, file), join(folder, file));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const edit = (from: RegExp, to: string): void => {
    const file = join(folder, "Pulumi.dev.yaml");
    const text = readFileSync(file, "utf8");
    assert.match(text, from);
    writeFileSync(file, text.replace(from, to));
  };

  it("is accepted as it is", () => {
    assert.doesNotThrow(() => {
      checkConfiguration(folder, "dev");
    });
  });

  it("is refused with every mistake at once: line, path, value given, values allowed, nearest word", () => {
    edit(/^( *)platform:criticality: .*$/m, "$1platform:criticality: lwo\n$1platform:ownr: me");
    try {
      checkConfiguration(folder, "dev");
      assert.fail("accepted");
    } catch (error) {
      const failure = failureOf(error);
      const text = [failure.message, ...failure.details].join("\n");
      assert.equal(failure.exitCode, 2);
      assert.match(text, /2 mistakes/);
      assert.match(text, /Pulumi\.dev\.yaml:\d+: platform:criticality\n +given: +"lwo"\n +allowed: .*low/);
      assert.match(text, /Pulumi\.dev\.yaml:\d+: platform:ownr[^]*did you mean platform:owner\?/);
      assert.equal(failure.toJson().details?.length, 2);
    }
  });

  it("finds the line of a nested value, of what is around a missing one, and of none", () => {
    const lines = [
      "config:",
      "  aws:region: eu-west-1",
      "  network:",
      "    zones:",
      "      - id: a",
      "      - id: b",
    ];
    writeFileSync(join(folder, "Pulumi.dev.yaml"), lines.join("\n"));
    const { locate = () => "never" } = stackFile(folder, "dev");
    assert.equal(locate(["aws:region"]), "Pulumi.dev.yaml:2");
    assert.equal(locate(["platform:network", "zones", 1, "id"]), "Pulumi.dev.yaml:6");
    assert.equal(locate(["platform:network", "zones", 7]), "Pulumi.dev.yaml:4");
    assert.equal(locate(["platform:missing"]), undefined);
  });
});
