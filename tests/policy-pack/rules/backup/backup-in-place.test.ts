import * as assert from "node:assert/strict";

import { aws, fixtures, judge } from "../../support/fixtures";

const vault = aws("backup/vault:Vault");
const parts = {
  plan: aws("backup/plan:Plan"),
  selection: aws("backup/selection:Selection"),
  report: aws("backup/reportPlan:ReportPlan"),
};

fixtures("backup-in-place", {
  pass: {
    "a stack with all parts": { vault, ...parts },
    "a stack with a vault that AWS keeps apart": {
      vault: aws("backup/logicallyAirGappedVault:LogicallyAirGappedVault"),
      ...parts,
    },
  },
  fail: { "a stack without a vault": parts, "a stack without the rest": { vault } },
  unknown: { none: "whether a resource is there is always known" },
  unset: { "an empty stack": ["fail", {}] },
  alias: { "a stack with a plan alone": { plan: parts.plan } },
  settings: { properties: { owned: true } },
});

describe("backup-in-place", () => {
  it("names each part that is missing", async () => {
    const { told } = await judge("backup-in-place", {}, { properties: { owned: true } });
    const text = told.map(({ message }) => message).join(" ");
    for (const part of [/\bvault\b/, /\bplan\b/, /\bselection\b/, /\breport plan\b/])
      assert.match(text, part);
  });
});

describe("backup-in-place in a stack that does not own the backups", () => {
  it("says nothing", async () => {
    assert.equal((await judge("backup-in-place", { vault })).verdict, "nothing");
  });
});
