import * as assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { configurationJsonSchema, explainConfiguration, programs } from "../../../stacks/config";
import { configurationReference } from "../../../stacks/config/reference";
import { parse, workload } from "./sample-configuration";

const root = join(__dirname, "..", "..", "..");

describe("the schemas for editors", () => {
  for (const program of programs) {
    it(`of ${program} are written out as they are (npm start --silent -- --json-schema ${program} > docs/schema/${program}.json)`, () => {
      const written: unknown = JSON.parse(
        readFileSync(join(root, "docs", "schema", `${program}.json`), "utf8"),
      );
      assert.deepEqual(written, JSON.parse(JSON.stringify(configurationJsonSchema(program))));
    });
  }

  it("are named by the first line of every stack's file", () => {
    for (const file of readdirSync(root).filter((name) => /^Pulumi\..+\.yaml$/.test(name))) {
      const text = readFileSync(join(root, file), "utf8");
      const program = /platform:program: (\w+)/.exec(text)?.[1] ?? "";
      assert.equal(text.split("\n")[0], `# yaml-language-server: $schema=docs/schema/${program}.json`);
    }
  });
});

describe("the configuration's reference", () => {
  it("says of every value what it means and what is allowed", () => {
    for (const { key, meaning, allowed } of configurationReference()) {
      assert.match(meaning, /^[A-Z`].*\.$/, key);
      assert.notEqual(allowed, "text", key);
    }
  });

  it("names each key once, with the programs that take it", () => {
    const reference = configurationReference();
    assert.equal(new Set(reference.map(({ key }) => key)).size, reference.length);
    const programsOf = (wanted: string) => reference.find(({ key }) => key === wanted)?.programs;
    assert.deepEqual(programsOf("platform:owner"), ["account", "workload"]);
    assert.deepEqual(programsOf("platform:network.zones[].id"), ["workload"]);
    assert.deepEqual(programsOf("platform:protection.regions"), ["account"]);
  });

  it("names the defaults that are filled in, and what has to be said", () => {
    const configuration = parse(workload);
    assert.ok(configuration.program === "workload");
    const filledIn = new Map<string, unknown>(Object.entries(configuration.network));
    for (const { key, default: standard, required } of configurationReference()) {
      assert.ok(standard === undefined || !required, key);
      const [, field] = /^platform:network\.(\w+)$/.exec(key) ?? [];
      if (standard !== undefined && field !== undefined) {
        assert.equal(JSON.stringify(filledIn.get(field)), standard, key);
      }
    }
  });

  it("explains a value in a few lines of text", () => {
    assert.match(
      explainConfiguration(),
      /platform:network\.logRetentionDays {2}\(workload\)\n {4}Days that .*\n {4}allowed: 1, 3, 5,.*\n {4}default: none; it has to be said\n/,
    );
    assert.match(
      explainConfiguration(),
      /keyDeletionWindowDays {2}\(account\)\n.*\n {4}allowed: a whole number of days, 7 to 30\n {4}default: 30\n/,
    );
  });
});
