import * as assert from "node:assert/strict";
import * as path from "node:path";
import { readLedger } from "../../../preview/policy/ledger";
import { folderWith, removeFolders } from "../support/folders";

const LINE = {
  control: "EC2.1",
  policy: "ec2-one",
  urn: "urn:a",
  verdict: "undetermined",
  severity: "high",
  enforcement: "mandatory",
  message: "waits for cidrBlock",
  path: "cidrBlock",
  waitsFor: ["cidrBlock"],
};

function ledgerWith(...lines: readonly object[]): string {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  return path.join(folderWith({ "ledger.jsonl": text }), "ledger.jsonl");
}

describe("a pack's ledger", () => {
  after(removeFolders);

  it("holds one verdict a line", () => {
    const [verdict] = readLedger("pack", ledgerWith(LINE));
    assert.deepEqual(verdict, { ...LINE, pack: "pack" });
  });

  it("may leave out what a pass does not need", () => {
    const [verdict] = readLedger("pack", ledgerWith({ control: "A", urn: "urn:a", verdict: "pass" }));
    assert.deepEqual(
      [verdict?.policy, verdict?.severity, verdict?.enforcement, verdict?.message, verdict?.path],
      ["A", "medium", "advisory", "", ""],
    );
  });

  it("is empty when the pack keeps none", () => {
    assert.deepEqual(readLedger("pack", "/nowhere/ledger"), []);
  });

  it("is refused when a line is no verdict", () => {
    assert.throws(
      () => readLedger("pack", ledgerWith({ control: "A", urn: "urn:a", verdict: "maybe" })),
      /policy pack pack/,
    );
  });
});
