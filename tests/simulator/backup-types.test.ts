import * as assert from "node:assert/strict";

import type { WireObject } from "../../simulator/wire";
import { accountOf } from "./lab";
import { text } from "./text";

const types = {
  vault: "aws:backup/vault:Vault",
  lock: "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
  airGapped: "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault",
  plan: "aws:backup/plan:Plan",
  selection: "aws:backup/selection:Selection",
  tested: "aws:backup/restoreTestingSelection:RestoreTestingSelection",
  testing: "aws:backup/restoreTestingPlan:RestoreTestingPlan",
  framework: "aws:backup/framework:Framework",
  report: "aws:backup/reportPlan:ReportPlan",
} as const;

type Word = keyof typeof types;

const ruleOf = (more: WireObject): WireObject => ({
  name: "p",
  rules: [{ ruleName: "r", targetVaultName: "kept", ...more }],
});

const selection = {
  scheduleExpression: "cron(0 5 ? * SUN *)",
  recoveryPointSelection: {
    algorithm: "LATEST_WITHIN_WINDOW",
    includeVaults: ["*"],
    recoveryPointTypes: ["SNAPSHOT"],
  },
};

describe("simulated backups", () => {
  it("give ids and ARNs in AWS's formats", async () => {
    const make = accountOf(types);
    const vault = await make("vault", { name: "kept" });
    assert.equal(vault.outputs.arn, "arn:aws:backup:eu-west-1:123456789012:backup-vault:kept");
    const lock = await make("lock", { backupVaultName: "kept", minRetentionDays: 7 });
    assert.deepEqual([lock.id, lock.outputs.backupVaultArn], ["kept", vault.outputs.arn]);
    const plan = await make("plan", ruleOf({ lifecycle: { deleteAfter: 7 } }));
    assert.equal(plan.outputs.arn, `arn:aws:backup:eu-west-1:123456789012:backup-plan:${plan.id}`);
    const testing = await make("testing", { name: "weekly_tests", ...selection });
    assert.match(text(testing.outputs.arn), /:restore-testing-plan:weekly_tests-[0-9a-f-]{36}$/);
  });

  const refusals: readonly (readonly [string, Word, WireObject, RegExp])[] = [
    ["a vault of a name that is taken", "vault", { name: "kept" }, /AlreadyExistsException/],
    ["a vault's name with dots", "vault", { name: "kept.long" }, /2 to 50/],
    ["a lock of no vault", "lock", { backupVaultName: "none" }, /ResourceNotFoundException/],
    [
      "a grace of two days",
      "lock",
      { backupVaultName: "kept", changeableForDays: 2 },
      /changeableForDays is 2; it must be 3/,
    ],
    [
      "a lock whose longest is shorter than its shortest",
      "lock",
      { backupVaultName: "kept", minRetentionDays: 35, maxRetentionDays: 7 },
      /at least minRetentionDays/,
    ],
    [
      "an air-gapped vault for less than a week",
      "airGapped",
      { name: "gap", minRetentionDays: 6, maxRetentionDays: 30 },
      /must be 7/,
    ],
    ["a rule into no vault", "plan", ruleOf({ targetVaultName: "none" }), /Cannot find Backup Vault/],
    [
      "89 days in cold storage",
      "plan",
      ruleOf({ lifecycle: { coldStorageAfter: 30, deleteAfter: 119 } }),
      /90 days more/,
    ],
    [
      "a copy with 89 days in cold storage",
      "plan",
      ruleOf({ copyActions: [{ lifecycle: { coldStorageAfter: 1, deleteAfter: 90 } }] }),
      /90 days more/,
    ],
    [
      "a continuous backup of 36 days",
      "plan",
      ruleOf({ enableContinuousBackup: true, lifecycle: { deleteAfter: 36 } }),
      /1 to 35 days/,
    ],
    ["a selection for no plan", "selection", { name: "s", planId: "none", iamRoleArn: "r" }, /NotFound/],
    [
      "a restore test's name with hyphens",
      "testing",
      { name: "weekly-tests", ...selection },
      /letters, digits or _/,
    ],
    [
      "a restore test of ARNs and tags at once",
      "tested",
      {
        name: "t",
        restoreTestingPlanName: "p",
        iamRoleArn: "r",
        protectedResourceType: "S3",
        protectedResourceArns: ["*"],
        protectedResourceConditions: {},
      },
      /left out where protectedResourceConditions/,
    ],
    [
      "a framework's name that begins with a digit",
      "framework",
      { name: "1st", controls: [] },
      /begin with a letter/,
    ],
    [
      "a report's name with hyphens",
      "report",
      {
        name: "daily-jobs",
        reportDeliveryChannel: { s3BucketName: "reports" },
        reportSetting: { reportTemplate: "BACKUP_JOB_REPORT" },
      },
      /begin with a letter/,
    ],
  ];
  for (const [what, word, inputs, message] of refusals) {
    it(`refuse ${what}`, async () => {
      const make = accountOf(types);
      await make("vault", { name: "kept" });
      await assert.rejects(make(word, inputs), message);
    });
  }
});
