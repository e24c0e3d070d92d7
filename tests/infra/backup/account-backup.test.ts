import * as assert from "node:assert/strict";

import { AccountBackup } from "../../../infra/backup";
import { mostControls } from "../../../infra/backup/audit-controls";
import { backupTiers, rulesOf } from "../../../infra/backup/tiers";
import { backupAudit } from "../../../infra/core/backup-tags";
import { criticalities } from "../../../infra/core/criticality";
import { simulate } from "../../../simulator/mocks";

describe("backups of an account", () => {
  it("opt every Region in to each kind of thing that says it is backed up", async () => {
    const simulation = simulate({ project: "platform", stack: "test" });
    await simulation.run(() => new AccountBackup("backup", { regions: ["eu-west-1", "eu-central-1"] }));
    const settings = simulation.ofType("aws:backup/regionSettings:RegionSettings");
    assert.deepEqual(
      settings.map(({ inputs }) => inputs.region),
      ["eu-west-1", "eu-central-1"],
    );
    const kinds = ["Aurora", "DynamoDB", "EBS", "EC2", "EFS", "RDS", "S3"];
    for (const { name, inputs } of settings) {
      assert.deepEqual(
        inputs.resourceTypeOptInPreference,
        Object.fromEntries(kinds.map((kind) => [kind, true])),
        name,
      );
      assert.deepEqual(inputs.resourceTypeManagementPreference, { DynamoDB: true, EFS: true }, name);
    }
  });

  it("are audited in each Region, without what is low, and within what AWS has room for", async () => {
    const simulation = simulate({ project: "platform", stack: "test" });
    await simulation.run(() => new AccountBackup("backup", { regions: ["eu-west-1", "eu-central-1"] }));
    const frameworks = simulation.ofType("aws:backup/framework:Framework");
    assert.deepEqual(
      frameworks.map(({ inputs }) => [inputs.region, inputs.name]),
      [
        ["eu-west-1", "backup_eu_west_1"],
        ["eu-central-1", "backup_eu_central_1"],
      ],
    );
    for (const { name, inputs } of frameworks) {
      // The layer's own controls.
      const controls = inputs.controls as unknown as readonly { name: string; scope: { tags: object } }[];
      assert.ok(controls.length <= mostControls, name);
      assert.equal(new Set(controls.map((control) => control.name)).size, controls.length, name);
      for (const { scope } of controls) assert.deepEqual(scope.tags, { BackupAudit: "included" }, name);
    }
    assert.equal(backupAudit("low"), "excluded");
    for (const word of criticalities.filter((each) => each !== "low")) {
      assert.equal(backupAudit(word), "included", word);
      const days = rulesOf(backupTiers[word]).map(({ keepDays }) => keepDays);
      assert.ok(Math.max(...days) >= 35, word);
    }
  });
});
