import * as assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";

import { tokens } from "../../policy-pack/aws/tokens";
import { type Entry, isDecidable, type References } from "../../policy-pack/registry/control";
import { decidable, discover, ruleFiles } from "../../policy-pack/registry/discover";
import { sdkTokens } from "../../policy-pack/tools/sdk-types";
import { sharedPack } from "./support/pack-process";

type Row = Record<keyof Omit<References, "nist80053" | "wellArchitected">, readonly string[]> & {
  readonly decided: string;
  readonly severity: string;
};

const PACK = resolve(__dirname, "../../policy-pack");
const entries = discover();
// A pinned copy of the research that the controls were made from.
const table = JSON.parse(readFileSync(join(__dirname, "golden/anchors.json"), "utf8")) as Readonly<
  Record<string, Row>
>;
const columns = [
  "securityHub",
  "cis3",
  "checkov",
  "cdkNag",
  "awsConfig",
  "prowler",
  "trivy",
  "pulumi",
] as const;

const byId = (id: string): Entry => {
  const entry = entries.find((candidate) => candidate.id === id);
  assert.ok(entry, `no rule has the id ${id}`);
  return entry;
};

describe("the registry", () => {
  before("the pack is compiled and started", async function () {
    this.timeout(180_000);
    await sharedPack();
  });

  it("names every control after its file", () => {
    assert.deepEqual(
      entries.map(({ name }) => name),
      ruleFiles().map((file) => basename(file, ".ts")),
    );
  });

  it("gives no id and no name twice", () => {
    assert.equal(new Set(entries.flatMap(({ id, name }) => [id, name])).size, 2 * entries.length);
  });

  it("is held against the whole table", () => {
    assert.equal(Object.keys(table).length, 389);
    assert.equal(entries.filter((entry) => !isDecidable(entry)).length, 7);
  });

  it("holds no rows but those of the table, of blast radius, of exposure and of what a stack's backups cover", () => {
    const own = entries.map(({ id }) => id).filter((id) => !(id in table));
    const blast = [1, 2, 3, 4, 5, 6, 7].map((number) => `BLAST-0${number}`);
    assert.deepEqual(own.sort(), ["BKP-07", ...blast, "EXP-01", "EXP-02", "EXP-03"]);
  });

  it("holds every row of the tables, decided before deployment wherever the table says so", () => {
    for (const [id, { decided, severity }] of Object.entries(table)) {
      assert.equal(isDecidable(byId(id)), decided !== "N", id);
      assert.equal(byId(id).severity, severity, id);
    }
  });

  it("cites exactly the anchors of the tables", () => {
    for (const [id, row] of Object.entries(table)) {
      for (const column of columns)
        assert.deepEqual(byId(id).references[column] ?? [], row[column], `${id} ${column}`);
    }
  });

  it("judges only types that the pinned SDK has, each with all its other tokens", () => {
    const sdk = sdkTokens();
    for (const { id, types } of decidable(entries)) {
      if (types === "taggable") continue;
      const named = types.filter((type) => type.startsWith("aws:"));
      const families = named.map((type) => tokens(type.slice("aws:".length)));
      for (const family of families)
        assert.ok(
          family.some((token) => sdk.has(token)),
          `${id} ${family.join()}`,
        );
      assert.deepEqual(new Set(named), new Set(families.flat()), id);
    }
  });

  it("gives every control a check and every decidable control a test of the same path", () => {
    for (const control of decidable(entries)) assert.ok(control.resource ?? control.stack, control.id);
    const untested = ruleFiles()
      .filter((file) => isDecidable(byName(basename(file, ".ts"))))
      .filter((file) => !readFileSync(testOf(file), "utf8").includes(`fixtures("${basename(file, ".ts")}"`));
    assert.deepEqual(untested, []);
  });

  it("ends every sentence that a person reads", () => {
    for (const { id, title, why, fix } of entries) {
      assert.ok(!title.endsWith(".") && why.endsWith(".") && fix.endsWith("."), id);
    }
  });

  it("is what the pack offers to the engine, each control with its level and schema", async () => {
    const info = await (await sharedPack()).info();
    const offered = info.getPoliciesList().map((policy) => policy.getName());
    assert.deepEqual(offered, ["pack-settings", ...decidable(entries).map(({ name }) => name)]);
    const ports = info
      .getPoliciesList()
      .find((policy) => policy.getName() === "security-group-no-world-high-risk-ports");
    assert.equal(ports?.getEnforcementlevel(), 1);
    assert.equal(ports.getSeverity(), 4);
    assert.deepEqual(Object.keys(ports.getConfigschema()?.getProperties()?.toJavaScript() ?? {}), [
      "level",
      "ports",
      "severity",
      "undetermined",
    ]);
  });

  it("finds no compiled rule whose source is gone", async () => {
    await sharedPack();
    const compiled = readdirSync(join(PACK, "bin/rules"), { recursive: true, encoding: "utf8" }).filter(
      (file) => file.endsWith(".js"),
    );
    assert.deepEqual(
      compiled.filter((file) => !existsSync(join(PACK, "rules", file.replace(/js$/, "ts")))),
      [],
    );
  });
});

function byName(name: string): Entry {
  const entry = entries.find((candidate) => candidate.name === name);
  assert.ok(entry, name);
  return entry;
}

function testOf(file: string): string {
  return join(__dirname, "rules", file.replace(/\.ts$/, ".test.ts"));
}
