import * as assert from "node:assert/strict";

import { AccountBackup } from "../../../infra/backup";
import { mostControls } from "../../../infra/backup/audit-controls";
import { backupTiers, rulesOf } from "../../../infra/backup/tiers";
import { backupAudit } from "../../../infra/core/backup-tags";
import { criticalities } from "../../../infra/core/criticality";
import { type Simulation, simulate } from "../../../simulator/mocks";

const regions = ["eu-west-1", "eu-central-1"] as const;

async function built(): Promise<Simulation> {
  const simulation = simulate({ project: "platform", stack: "test" });
  await simulation.run(
    () =>
      new AccountBackup("backup", {
        scope: { environment: "account", accountId: "111122223333", region: "eu-west-1" },
        regions,
        keyDeletionWindowDays: 30,
        ...{ criticality: "critical", owner: "platform-team" },
      }),
  );
  return simulation;
}

interface Statement {
  readonly Effect: string;
  readonly Principal: unknown;
  readonly Action: unknown;
}

/** What a document allows. */
function allowedIn(document: unknown): readonly Statement[] {
  assert.equal(typeof document, "string");
  const { Statement } = JSON.parse(String(document)) as { readonly Statement: readonly Statement[] };
  return Statement.filter(({ Effect }) => Effect === "Allow");
}

describe("backups of an account", () => {
  it("opt every Region in to each kind of thing that says it is backed up", async () => {
    const simulation = await built();
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
    const simulation = await built();
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

  it("are reported on every day: each control, each thing and each job, in the Region that it is about", async () => {
    const simulation = await built();
    const plans = simulation.ofType("aws:backup/reportPlan:ReportPlan");
    const frameworks = simulation.ofType("aws:backup/framework:Framework");
    for (const region of regions) {
      const here = plans.filter(({ inputs }) => inputs.region === region);
      const settings = here.map(({ inputs }) => inputs.reportSetting as Readonly<Record<string, unknown>>);
      const jobs = ["BACKUP", "COPY", "RESTORE"].map((kind) => `${kind}_JOB_REPORT`);
      assert.deepEqual(settings.map(({ reportTemplate }) => String(reportTemplate)).sort(), [
        ...[...jobs, "CONTROL_COMPLIANCE_REPORT", "RESOURCE_COMPLIANCE_REPORT"].sort(),
      ]);
      const framework = frameworks.find(({ inputs }) => inputs.region === region)?.outputs.arn;
      assert.ok(framework);
      for (const { reportTemplate, frameworkArns } of settings) {
        const isAudit = String(reportTemplate).endsWith("COMPLIANCE_REPORT");
        assert.deepEqual(frameworkArns, isAudit ? [framework] : undefined, String(reportTemplate));
      }
      const buckets = here.map(
        ({ inputs }) => (inputs.reportDeliveryChannel as { s3BucketName: string }).s3BucketName,
      );
      assert.deepEqual([...new Set(buckets)], [`account-backup-reports-111122223333-${region}`]);
    }
  });

  it("keep reports encrypted with a key of the Region's own, where AWS Backup alone adds to them", async () => {
    const simulation = await built();
    for (const region of regions) {
      const name = `backup-reports-${region}`;
      const { rules } = simulation.inputsOf(
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        name,
      );
      const key = simulation.ofType("aws:kms/key:Key").find((each) => each.name === name);
      assert.ok(key?.protect);
      const [{ applyServerSideEncryptionByDefault: encryption }] = rules as unknown as [
        { applyServerSideEncryptionByDefault: object },
      ];
      assert.deepEqual(encryption, { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.outputs.arn });
      const allowed = allowedIn(simulation.inputsOf("aws:s3/bucketPolicy:BucketPolicy", name).policy);
      const reporter =
        "arn:aws:iam::111122223333:role/aws-service-role/reports.backup.amazonaws.com/AWSServiceRoleForBackupReports";
      assert.deepEqual(
        allowed.map(({ Principal, Action }) => [Principal, Action]),
        [[{ AWS: [reporter] }, ["s3:PutObject"]]],
      );
      assert.ok(
        allowedIn(key.inputs.policy).some(({ Principal }) => JSON.stringify(Principal).includes(reporter)),
      );
    }
  });

  it("name the role that writes reports only once AWS has made it, with the framework", async () => {
    const simulation = await built();
    for (const region of regions) {
      const name = `backup-reports-${region}`;
      for (const type of ["aws:kms/key:Key", "aws:s3/bucketPolicy:BucketPolicy"]) {
        const names = simulation.ofType(type).find((each) => each.name === name);
        assert.ok(
          names?.dependencies.some((urn) => urn.endsWith(`:Framework::backup-${region}`)),
          type,
        );
      }
    }
  });
});
