import * as assert from "node:assert/strict";

import type { Simulation } from "../../../simulator/mocks";
import { text } from "../../simulator/text";
import { allows, type EvaluatedStatement } from "../../support/role-evaluation";
import { build, largeArgs, types } from "./built";

interface Statement extends EvaluatedStatement {
  readonly Principal: "*" | { readonly AWS?: readonly string[]; readonly Service?: readonly string[] };
}

const NOTIFICATIONS = "aws:backup/vaultNotifications:VaultNotifications";

const account = "111122223333";
const emergency = `arn:aws:iam::${account}:role/emergency`;
/** Whoever else may come: an administrator, a workload, the root user, AWS Backup's own role. */
const others = ["role/administrator", "role/prod-orders", "root", "role/prod-backup-role"].map(
  (who) => `arn:aws:iam::${account}:${who}`,
);

/** What takes a recovery point away or ends it early, by AWS Backup's API. */
const deletions = [
  "backup:DeleteRecoveryPoint",
  "backup:DisassociateRecoveryPoint",
  "backup:DisassociateRecoveryPointFromParent",
  "backup:UpdateRecoveryPointLifecycle",
];

/** Rights that somebody has by IAM: all that there are. */
const anything: EvaluatedStatement = { Effect: "Allow", Action: ["*"] };

const statements = (document: unknown): readonly Statement[] =>
  // What is read here are the layer's own documents.
  (JSON.parse(text(document as string)) as { Statement: readonly Statement[] }).Statement;

const isForEverybody = ({ Principal }: Statement): boolean =>
  Principal === "*" || Principal.AWS?.includes("*") === true;

const as = (principal: string, ofAccount = account): Readonly<Record<string, string>> => ({
  "aws:PrincipalArn": principal,
  "aws:PrincipalAccount": ofAccount,
});

describe("what guards recovery points", () => {
  let simulation: Simulation;
  before(async () => {
    simulation = (await build(largeArgs)).simulation;
  });

  /** What holds for a vault, whoever comes: its own policy. */
  const policyOf = (vault: string): readonly Statement[] => {
    const [policy, ...more] = simulation
      .ofType(types.policy)
      .filter(({ inputs }) => inputs.backupVaultName === vault);
    assert.ok(policy !== undefined && more.length === 0, vault);
    return statements(policy.inputs.policy).filter(isForEverybody);
  };

  it("is a policy of each vault: who takes a recovery point away is the break-glass role, and nobody else", () => {
    const vaults = simulation.ofType(types.vault);
    assert.equal(vaults.length, 7);
    for (const { inputs, outputs } of vaults) {
      const policy = [anything, ...policyOf(text(inputs.name))];
      for (const action of deletions) {
        const request = { action, resource: text(outputs.arn) };
        assert.ok(allows(policy, { ...request, context: as(emergency) }), `${text(inputs.name)} ${action}`);
        for (const who of others)
          assert.ok(!allows(policy, { ...request, context: as(who) }), `${who} ${action}`);
      }
      const restore = { action: "backup:StartRestoreJob", resource: text(outputs.arn) };
      for (const who of others) assert.ok(allows(policy, { ...restore, context: as(who) }), who);
    }
  });

  it("lets copies in from the account itself, and from no other", () => {
    for (const { inputs, outputs } of simulation.ofType(types.vault)) {
      const policy = [anything, ...policyOf(text(inputs.name))];
      const copy = { action: "backup:CopyIntoBackupVault", resource: text(outputs.arn) };
      const [who = ""] = others;
      assert.ok(allows(policy, { ...copy, context: as(who) }), text(inputs.name));
      assert.ok(!allows(policy, { ...copy, context: as(who, "999988887777") }), text(inputs.name));
    }
  });

  it("is a policy of each key: it is ended by the break-glass role, and by nobody else", () => {
    const keys = simulation.ofType(types.key);
    assert.equal(keys.length, 2);
    for (const { name, inputs } of keys) {
      const held = [anything, ...statements(inputs.policy).filter(isForEverybody)];
      for (const action of ["kms:ScheduleKeyDeletion", "kms:DisableKey"]) {
        const request = { action, resource: "*" };
        assert.ok(allows(held, { ...request, context: as(emergency) }), name);
        for (const who of others)
          assert.ok(!allows(held, { ...request, context: as(who) }), `${name} ${who}`);
      }
      const use = { action: "kms:GenerateDataKey", resource: "*", context: as(others[1] ?? "") };
      assert.ok(allows(held, use), name);
      assert.equal(inputs.deletionWindowInDays, largeArgs.sizes.keyDeletionWindowDays, name);
    }
  });

  it("lets each service that tells use the key, by what it says of itself", () => {
    for (const { name, inputs } of simulation.ofType(types.key)) {
      const alarm = `arn:aws:cloudwatch:${text(inputs.region)}:${account}:alarm:prod-any`;
      const says: Readonly<Record<string, Readonly<Record<string, string>>>> = {
        backup: { "aws:SourceAccount": account },
        cloudwatch: { "aws:SourceAccount": account, "aws:SourceArn": alarm },
        sns: { "aws:SourceAccount": account },
        // EventBridge says nothing of itself to a key.
        events: {},
      };
      for (const [service, context] of Object.entries(says)) {
        const its = statements(inputs.policy).filter(
          ({ Principal }) => Principal !== "*" && Principal.Service?.includes(`${service}.amazonaws.com`),
        );
        for (const action of ["kms:Decrypt", "kms:GenerateDataKey"])
          assert.ok(allows(its, { action, resource: "*", context }), `${name} ${service} ${action}`);
      }
    }
  });

  it("has each vault tell on the topic of its Region what no event tells", () => {
    const topics = new Map(
      simulation.ofType(types.topic).map(({ outputs, inputs }) => [outputs.arn, inputs.region]),
    );
    for (const { inputs: vault } of simulation.ofType(types.vault)) {
      const [told, ...more] = simulation
        .ofType(NOTIFICATIONS)
        .filter(({ inputs }) => inputs.backupVaultName === vault.name);
      assert.ok(told !== undefined && more.length === 0, text(vault.name));
      assert.deepEqual(
        [topics.get(text(told.inputs.snsTopicArn)), told.inputs.region],
        [vault.region, vault.region],
      );
      assert.deepEqual(
        told.inputs.backupVaultEvents,
        ["COPY_JOB_FAILED", "RESTORE_JOB_COMPLETED", "S3_BACKUP_OBJECT_FAILED", "S3_RESTORE_OBJECT_FAILED"],
        text(vault.name),
      );
    }
  });

  it("is looked at by the audit, save for the vault of what fails it by design", () => {
    for (const { inputs } of simulation.ofType(types.vault)) {
      const { BackupAudit } = inputs.tags as unknown as Readonly<Record<string, string>>;
      assert.equal(BackupAudit, inputs.name === "prod-low" ? "excluded" : "included", text(inputs.name));
    }
  });
});
