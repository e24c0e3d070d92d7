import * as assert from "node:assert/strict";

import type { Backup } from "../../../infra/backup";
import { backupTiers } from "../../../infra/backup/tiers";
import { criticalities, type Criticality } from "../../../infra/core/criticality";
import type { Simulation } from "../../../simulator/mocks";
import { text } from "../../simulator/text";
import { build, largeArgs, plannedRules, type PlanRule, types } from "./built";

const ROLE = "aws:iam/role:Role";
const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const TESTED = "aws:backup/restoreTestingSelection:RestoreTestingSelection";

describe("plans of backups", () => {
  let simulation: Simulation;
  let backup: Backup;
  before(async () => {
    ({ simulation, backup } = await build(largeArgs));
  });

  const everyRule = (): readonly { readonly word: Criticality; readonly rule: PlanRule }[] =>
    criticalities.flatMap((word) =>
      (plannedRules(simulation).get(`backup-plan-${word}`) ?? []).map((rule) => ({ word, rule })),
    );

  /** Whom a role admits, and AWS's own policies that it has. */
  const roleOf = (arn: unknown): { readonly admits: string; readonly policies: readonly string[] } => {
    const role = simulation.ofType(ROLE).find(({ outputs }) => outputs.arn === arn);
    assert.ok(role, String(arn));
    const attached = simulation.ofType(ATTACHMENT).filter(({ inputs }) => inputs.role === role.inputs.name);
    return {
      admits: text(role.inputs.assumeRolePolicy),
      policies: attached.map(({ inputs }) => text(inputs.policyArn).replace(/^.*\//, "")).sort(),
    };
  };

  it("make a continuous backup by the rule of that name, and by no other", () => {
    for (const { word, rule } of everyRule())
      assert.equal(rule.enableContinuousBackup, rule.ruleName === "continuous", `${word} ${rule.ruleName}`);
  });

  it("start within their own hour and a half, and leave each job the time that AWS asks for at least", () => {
    for (const { word, rule } of everyRule()) {
      const { startWindow, completionWindow } = rule;
      assert.ok(startWindow >= 60 && startWindow <= 90, `${word} ${rule.ruleName}`);
      assert.ok(completionWindow >= startWindow + 60, `${word} ${rule.ruleName}`);
    }
  });

  it("say of each recovery point whose it is, and whether the audit looks at it: not where it is kept for less than it asks", () => {
    for (const { word, rule } of everyRule()) {
      const { Environment, Criticality, BackupAudit } = rule.recoveryPointTags;
      assert.deepEqual([Environment, Criticality], ["prod", word]);
      const isAudited = word !== "low" && rule.lifecycle.deleteAfter >= 35;
      assert.equal(BackupAudit, isAudited ? "included" : "excluded", `${word} ${rule.ruleName}`);
    }
  });

  it("have what a rule scans scanned, in a role that GuardDuty alone takes", () => {
    for (const { inputs } of simulation.ofType(types.plan)) {
      const rules = inputs.rules as unknown as readonly { readonly scanActions?: object }[];
      const [settings] = (inputs.scanSettings ?? []) as unknown as readonly {
        readonly scannerRoleArn: string;
      }[];
      const scans = rules.some(({ scanActions }) => scanActions !== undefined);
      assert.equal(settings !== undefined, scans, text(inputs.name));
      if (settings === undefined) continue;
      const { admits, policies } = roleOf(settings.scannerRoleArn);
      assert.match(admits, /"malware-protection\.guardduty\.amazonaws\.com"/);
      assert.deepEqual(policies, ["AWSBackupGuardDutyRolePolicyForScans"]);
    }
  });

  it("are made, and restored in tests, each in a role with AWS's own rights for it", () => {
    const made = simulation.ofType(types.selection).map(({ inputs }) => inputs.iamRoleArn);
    const restored = simulation.ofType(TESTED).map(({ inputs }) => inputs.iamRoleArn);
    assert.deepEqual([new Set(made).size, new Set(restored).size], [1, 1]);
    for (const arn of [made[0], restored[0]]) assert.match(roleOf(arn).admits, /"backup\.amazonaws\.com"/);
    assert.deepEqual(roleOf(made[0]).policies, [
      "AWSBackupServiceRolePolicyForBackup",
      "AWSBackupServiceRolePolicyForS3Backup",
      "AWSBackupServiceRolePolicyForScans",
    ]);
    assert.deepEqual(roleOf(restored[0]).policies, [
      "AWSBackupServiceRolePolicyForRestores",
      "AWSBackupServiceRolePolicyForS3Restore",
    ]);
  });

  it("copy to the air-gapped vault what it keeps no shorter and no longer, and never cold", () => {
    const [vault] = simulation.ofType(types.airGapped);
    const copies = everyRule()
      .flatMap(({ rule }) => rule.copyActions ?? [])
      .filter(({ destinationVaultArn }) => destinationVaultArn === vault?.outputs.arn)
      .map(({ lifecycle }) => lifecycle);
    assert.ok(copies.length > 0);
    for (const { coldStorageAfter } of copies) assert.equal(coldStorageAfter, undefined);
    const days = copies.map(({ deleteAfter }) => deleteAfter);
    assert.ok(Number(vault?.inputs.minRetentionDays) <= Math.min(...days));
    assert.equal(vault?.inputs.maxRetentionDays, Math.max(...days));
  });

  it("are cold in the other Region as they are here", () => {
    for (const { word, rule } of everyRule())
      for (const { destinationVaultArn, lifecycle } of rule.copyActions ?? [])
        if (destinationVaultArn.endsWith("-copy"))
          assert.deepEqual(lifecycle, rule.lifecycle, `${word} ${rule.ruleName}`);
    assert.equal(backupTiers.critical.rules.yearly?.coldAfterDays, 30);
  });

  it("have the key beside what they save watched; that of copies is watched from where it is", () => {
    const keys = backup.declarations.flatMap((one) =>
      one.family === "monitored" && one.kind === "key" ? [one.name] : [],
    );
    assert.deepEqual(keys, ["backup-home"]);
  });
});
