import * as assert from "node:assert/strict";

import { AccountBackup } from "../../../infra/backup";
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
});
