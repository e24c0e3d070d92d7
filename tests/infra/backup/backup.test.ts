import * as assert from "node:assert/strict";

import { backupTiers, rulesOf } from "../../../infra/backup/tiers";
import { criticalities } from "../../../infra/core/criticality";
import type { Simulation } from "../../../simulator/mocks";
import { backupArgs, build, largeArgs, plannedRules, types } from "./built";
import { text } from "../../simulator/text";

interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const statements = (document: unknown): readonly Statement[] =>
  // What is read here are the layer's own documents.
  (JSON.parse(String(document)) as { Statement: readonly Statement[] }).Statement;

describe("backups", () => {
  let small: Simulation;
  let large: Simulation;
  before(async () => {
    small = (await build(backupArgs)).simulation;
    large = (await build(largeArgs)).simulation;
  });

  it("are the same things in a small and in a large environment", () => {
    const names = (simulation: Simulation): string[] =>
      simulation
        .resources()
        .map(({ type, name }) => `${type} ${name}`)
        .sort();
    assert.deepEqual(names(small), names(large));
  });

  it("have no type that the simulation only guesses", () => {
    assert.deepEqual(large.aws.approximations(), []);
  });

  it("lie in a vault of each word here, and of each that is copied in the other Region", () => {
    const sites = large
      .ofType(types.vault)
      .map(({ inputs }) => [inputs.region, inputs.name])
      .sort();
    assert.deepEqual(sites, [
      ["eu-north-1", "prod-critical-copy"],
      ["eu-north-1", "prod-high-copy"],
      ["eu-north-1", "prod-standard-copy"],
      ["eu-west-1", "prod-critical"],
      ["eu-west-1", "prod-high"],
      ["eu-west-1", "prod-low"],
      ["eu-west-1", "prod-standard"],
    ]);
  });

  it("are encrypted with a key of their Region that rotates, and no other", () => {
    const keys = new Map(large.ofType(types.key).map((key) => [key.outputs.arn, key]));
    for (const { name, inputs } of large.ofType(types.vault)) {
      const key = keys.get(text(inputs.kmsKeyArn));
      assert.ok(key, name);
      assert.deepEqual([key.inputs.region, key.inputs.enableKeyRotation], [inputs.region, true], name);
    }
    for (const { name, inputs } of [...large.ofType(types.topic), ...large.ofType(types.queue)]) {
      assert.equal(keys.get(text(inputs.kmsMasterKeyId))?.inputs.region, inputs.region, name);
    }
  });

  it("are deleted by the break-glass role alone where they are protected, and by nobody's workload", () => {
    const emergency = "arn:aws:iam::111122223333:role/emergency";
    for (const { name, inputs } of large.ofType(types.policy)) {
      const denied = statements(inputs.policy).find(({ Sid }) => Sid === "BreakGlassAloneDeletes");
      assert.ok(denied !== undefined, name);
      assert.ok(denied.Action.includes("backup:DeleteRecoveryPoint"), name);
      assert.deepEqual(denied.Condition, { ArnNotEquals: { "aws:PrincipalArn": emergency } }, name);
    }
    for (const { name, inputs } of large.ofType(types.key)) {
      const denied = statements(inputs.policy).find(({ Effect }) => Effect === "Deny");
      assert.ok(denied !== undefined, name);
      assert.deepEqual(denied.Action, ["kms:ScheduleKeyDeletion", "kms:DisableKey"], name);
      assert.deepEqual(denied.Condition, { ArnNotEquals: { "aws:PrincipalArn": emergency } }, name);
    }
  });

  it("take nothing from other accounts", () => {
    for (const { name, inputs } of [...small.ofType(types.policy), ...large.ofType(types.policy)]) {
      const refused = statements(inputs.policy).find(({ Sid }) => Sid === "OwnAccountAlone");
      assert.deepEqual(refused?.Action, ["backup:CopyIntoBackupVault"], name);
    }
  });

  it("cannot be destroyed where they are protected, and can where they are not", () => {
    const kept = [types.vault, types.key, types.lock, types.airGapped].flatMap((type) => large.ofType(type));
    for (const { name, protect } of kept) assert.equal(protect, true, name);
    for (const { name, inputs } of large.ofType(types.vault)) assert.equal(inputs.forceDestroy, false, name);
    for (const { name, inputs, protect } of small.ofType(types.vault)) {
      assert.deepEqual([inputs.forceDestroy, protect], [true, false], name);
    }
  });

  it("trigger nothing irreversible without the word for it", () => {
    for (const { name, inputs } of small.ofType(types.lock)) {
      assert.equal(inputs.changeableForDays, undefined, name);
    }
    const airGapped = small.ofType(types.airGapped).map(({ outputs }) => outputs.arn);
    const destinations = [...plannedRules(small).values()].flatMap((rules) =>
      rules.flatMap(({ copyActions = [] }) =>
        copyActions.map(({ destinationVaultArn }) => destinationVaultArn),
      ),
    );
    assert.equal(airGapped.length, 1);
    assert.deepEqual(
      destinations.filter((destination) => airGapped.includes(destination)),
      [],
    );
  });

  it("are locked for ever only in the vaults that the word names", () => {
    const forEver = large
      .ofType(types.lock)
      .filter(({ inputs }) => inputs.changeableForDays !== undefined)
      .map(({ inputs }) => [inputs.backupVaultName, inputs.changeableForDays]);
    assert.deepEqual(forEver, [
      ["prod-critical", 14],
      ["prod-critical-copy", 14],
    ]);
  });

  it("are kept for times that their vaults' locks accept, here and in the other Region", () => {
    const locks = new Map(large.ofType(types.lock).map(({ inputs }) => [inputs.backupVaultName, inputs]));
    const vaults = new Map(
      large.ofType(types.vault).map(({ outputs, inputs }) => [outputs.arn, inputs.name]),
    );
    for (const rules of plannedRules(large).values()) {
      for (const { targetVaultName, lifecycle, copyActions = [] } of rules) {
        const stays = [
          [targetVaultName, lifecycle.deleteAfter] as const,
          ...copyActions.map(
            (copy) => [vaults.get(copy.destinationVaultArn), copy.lifecycle.deleteAfter] as const,
          ),
        ];
        for (const [vault, days] of stays) {
          const lock = locks.get(vault ?? "");
          if (lock === undefined) continue;
          assert.ok(
            Number(lock.minRetentionDays) <= days && days <= Number(lock.maxRetentionDays),
            text(vault),
          );
        }
      }
    }
  });

  it("are planned as the table says, word by word", () => {
    for (const word of criticalities) {
      const rules = plannedRules(large).get(`backup-plan-${word}`) ?? [];
      assert.deepEqual(
        rules.map(({ ruleName, lifecycle, copyActions = [], scanActions = [] }) => ({
          name: ruleName,
          days: lifecycle.deleteAfter,
          cold: lifecycle.coldStorageAfter,
          copies: copyActions.map(({ destinationVaultArn }) => destinationVaultArn.split(":")[6]),
          scan: scanActions[0]?.scanMode,
        })),
        rulesOf(backupTiers[word]).map(({ name, keepDays, coldAfterDays, copied, airGapped, scan }) => ({
          name,
          days: keepDays,
          cold: coldAfterDays,
          copies: [...(copied ? [`prod-${word}-copy`] : []), ...(airGapped ? ["prod-air-gapped"] : [])],
          scan,
        })),
        word,
      );
    }
  });

  it("select by the environment's own tag of each word, and leave out what restore tests make", () => {
    const selections = large.ofType(types.selection);
    assert.deepEqual(
      new Map(selections.map(({ name, inputs }) => [name, inputs.selectionTags])),
      new Map(
        criticalities.map((word) => [
          `backup-plan-${word}`,
          [{ type: "STRINGEQUALS", key: "Backup", value: `prod-${word}` }],
        ]),
      ),
    );
    for (const { name, inputs } of selections) {
      assert.equal(JSON.stringify(inputs.notResources).match(/awsbackup-restore-test-\*/g)?.length, 4, name);
    }
  });

  it("tell whoever takes copies away in their own Region, which monitoring of the other does not hear", () => {
    const rules = large.ofType(types.rule).filter(({ name }) => name !== "backup-restore-validation");
    assert.deepEqual([...new Set(rules.map(({ inputs }) => inputs.region))], ["eu-north-1"]);
    const patterns = rules.map(({ inputs }) => text(inputs.eventPattern)).join();
    for (const call of ["DeleteRecoveryPoint", "PutBackupVaultLockConfiguration", "DeleteBackupVault"]) {
      assert.ok(patterns.includes(call), call);
    }
  });

  it("are only of words that something has", async () => {
    const [subject] = backupArgs.subjects;
    assert.ok(subject !== undefined);
    const { simulation } = await build({ ...backupArgs, subjects: [{ ...subject, criticality: "low" }] });
    assert.deepEqual(
      simulation.ofType(types.plan).map(({ inputs }) => inputs.name),
      ["dev-low"],
    );
    assert.deepEqual(simulation.ofType(types.airGapped), []);
    assert.equal(simulation.ofType(types.vault).length, 1);
  });
});
