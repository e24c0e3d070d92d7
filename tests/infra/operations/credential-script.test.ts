import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { credentialRuleNames, credentialRules } from "../../../infra/core/credential-rules";
import { summarizeCredentials } from "../../../infra/operations/runbooks/credential-script";

/** IAM and Config, as far as the script asks them: answers come from the standard input. */
const fakeAws = `import json
import sys

given = json.load(sys.stdin)

class Aws:
    def get_credential_report(self):
        return {"Content": given["report"].encode("utf-8")}

    def get_paginator(self, name):
        assert name == "describe_compliance_by_config_rule"
        return self

    def paginate(self):
        for rule, compliance in given["rules"].items():
            yield {"ComplianceByConfigRules": [
                {"ConfigRuleName": rule, "Compliance": {"ComplianceType": compliance}}]}

def client(service):
    assert service in ("config", "iam")
    return Aws()
`;

const run = `import json
import boto3
import step
print(json.dumps(step.main(boto3.given["asked"], None)))
`;

/** What the script returns. */
interface Result {
  readonly Summary: string;
  readonly Count: number;
  readonly Findings: readonly string[];
}

const day = 86_400_000;
const ago = (days: number): string =>
  new Date(Date.now() - days * day - 60_000).toISOString().replace(/\.\d+Z$/, "+00:00");

/** Columns of the report that the script reads. Source: IAM user guide, Getting credential reports, 2026-11. */
const columns = [
  ...["user", "user_creation_time", "password_enabled", "password_last_used", "password_last_changed"],
  "mfa_active",
  ...["access_key_1_active", "access_key_1_last_rotated", "access_key_1_last_used_date"],
  ...["access_key_2_active", "access_key_2_last_rotated", "access_key_2_last_used_date"],
] as const;

type Row = Partial<Readonly<Record<(typeof columns)[number], string>>>;

const root: Row = { user: "<root_account>", password_enabled: "not_supported", mfa_active: "true" };

/** A row, with what the report says where there is nothing. */
const line = (row: Row): string =>
  columns.map((column) => row[column] ?? (/_active|_enabled/.test(column) ? "false" : "N/A")).join(",");

const reportOf = (rows: readonly Row[]): string => [columns.join(","), ...rows.map(line)].join("\n");

const compliant = Object.fromEntries(credentialRuleNames.map((name) => [name, "COMPLIANT"]));

describe("the script that reviews credentials", function () {
  let folder = "";
  before(function () {
    if (spawnSync("python3", ["--version"]).status !== 0) this.skip();
    folder = mkdtempSync(join(tmpdir(), "credentials-"));
    writeFileSync(join(folder, "boto3.py"), fakeAws);
    writeFileSync(join(folder, "step.py"), summarizeCredentials);
    writeFileSync(join(folder, "run.py"), run);
  });
  after(() => {
    if (folder !== "") rmSync(folder, { recursive: true });
  });

  const review = (
    rows: readonly Row[],
    rules: Readonly<Record<string, string>> = compliant,
    limits = { keyDays: 90, unusedDays: 45 },
  ): Result => {
    const asked = { ...limits, rules: credentialRuleNames };
    const input = JSON.stringify({ report: reportOf(rows), rules, asked });
    const { stdout, stderr } = spawnSync("python3", ["run.py"], { cwd: folder, input, encoding: "utf8" });
    assert.equal(stderr, "");
    // The script's own answer.
    return JSON.parse(stdout) as Result;
  };

  it("finds nothing where all is as it should be, and says so", () => {
    const { Summary, Count, Findings } = review([
      root,
      {
        user: "anna",
        ...{ password_enabled: "true", password_last_used: ago(44), mfa_active: "true" },
        ...{ access_key_1_active: "true", access_key_1_last_rotated: ago(89) },
        access_key_1_last_used_date: ago(1),
      },
      // What is switched off is old without harm.
      { user: "bert", access_key_2_active: "false", access_key_2_last_rotated: ago(900) },
    ]);
    assert.deepEqual([Summary, Count, Findings], ["3 users, 0 findings", 0, ["none"]]);
  });

  const found: readonly (readonly [what: string, row: Row, findings: readonly string[]])[] = [
    [
      "a key that is old, though it is used",
      {
        user: "carl",
        ...{ access_key_2_active: "true", access_key_2_last_rotated: ago(91) },
        access_key_2_last_used_date: ago(0),
      },
      ["carl: key 2 is 91 days old"],
    ],
    [
      "a key that nobody uses any more",
      {
        user: "dora",
        ...{ access_key_1_active: "true", access_key_1_last_rotated: ago(80) },
        access_key_1_last_used_date: ago(46),
      },
      ["dora: key 1 unused for 46 days"],
    ],
    [
      "a key that nobody has ever used",
      { user: "emil", access_key_1_active: "true", access_key_1_last_rotated: ago(50) },
      ["emil: key 1 unused for 50 days"],
    ],
    [
      "a console user without a second factor",
      { user: "fred", password_enabled: "true", password_last_used: ago(1) },
      ["fred: no second factor"],
    ],
    [
      "a password that nobody has ever used",
      {
        user: "gina",
        ...{ password_enabled: "true", mfa_active: "true" },
        ...{ password_last_used: "no_information", password_last_changed: ago(46) },
      },
      ["gina: password unused for 46 days"],
    ],
    [
      "a root user with a key and without a second factor",
      {
        ...{ ...root, mfa_active: "false" },
        ...{ access_key_1_active: "true", access_key_1_last_rotated: ago(3) },
        access_key_1_last_used_date: ago(3),
      },
      ["root user: no second factor", "root user: has key 1"],
    ],
  ];
  for (const [what, row, findings] of found) {
    it(`finds ${what}, and nothing else`, () => {
      assert.deepEqual(review([row]).Findings, findings);
    });
  }

  it("goes by the limits that it is given", () => {
    const user: Row = {
      user: "carl",
      ...{
        access_key_1_active: "true",
        access_key_1_last_rotated: ago(40),
        access_key_1_last_used_date: ago(20),
      },
    };
    assert.equal(review([user]).Count, 0);
    assert.deepEqual(review([user], compliant, { keyDays: 30, unusedDays: 10 }).Findings, [
      "carl: key 1 is 40 days old",
      "carl: key 1 unused for 20 days",
    ]);
  });

  it("tells which rule of Config is broken or gone, but not one that has nothing to judge", () => {
    const [broken = "", idle = "", gone = "", ...rest] = credentialRuleNames;
    const rules = Object.fromEntries([
      ...rest.map((name) => [name, "COMPLIANT"]),
      ...[
        [broken, "NON_COMPLIANT"],
        [idle, "INSUFFICIENT_DATA"],
        ["somebody-elses", "NON_COMPLIANT"],
      ],
    ]) as Record<string, string>;
    assert.deepEqual(review([root], rules).Findings, [
      `rule ${broken}: NON_COMPLIANT`,
      `rule ${gone}: NOT_THERE`,
    ]);
    assert.equal(credentialRuleNames.length, Object.keys(credentialRules).length);
  });

  it("says that it was asked in a Region without those rules", () => {
    assert.match(review([root], {}).Findings.join(), /^Config has none of the rules in this Region/);
  });

  it("fits into an item whatever there is to tell, and the run lists all of it", () => {
    const many = Array.from({ length: 300 }, (_, position) => ({
      user: `somebody-${position}`,
      password_enabled: "true",
      password_last_used: ago(1),
    }));
    const { Summary, Count, Findings } = review(many);
    assert.deepEqual([Count, Findings.length], [300, 300]);
    assert.ok(Summary.length <= 2048, String(Summary.length));
    const [, more = ""] = /; and (\d+) more, which the run lists$/.exec(Summary) ?? [];
    assert.equal(Summary.split("; ").length - 2 + Number(more), 300);
  });
});
