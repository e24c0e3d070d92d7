import * as assert from "node:assert/strict";

import type * as pulumi from "@pulumi/pulumi";

import { AccountBackup } from "../../../infra/backup";
import { mostControls } from "../../../infra/backup/audit-controls";
import { backupTiers, rulesOf } from "../../../infra/backup/tiers";
import type { AccountBackupArgs } from "../../../infra/backup/account-backup";
import { imageProblems } from "../../../infra/backup/settings";
import { backupAudit } from "../../../infra/core/backup-tags";
import { criticalities } from "../../../infra/core/criticality";
import { type Simulation, simulate } from "../../../simulator/mocks";

const regions = ["eu-west-1", "eu-central-1"] as const;

const reporterArn =
  "arn:aws:iam::111122223333:role/aws-service-role/reports.backup.amazonaws.com/AWSServiceRoleForBackupReports";

async function built(
  different: Partial<AccountBackupArgs> = {},
  note: pulumi.ResourceTransformation = () => undefined,
): Promise<Simulation> {
  const simulation = simulate({ project: "platform", stack: "test", accountId: "111122223333" });
  await simulation.run(
    () =>
      new AccountBackup(
        "backup",
        {
          scope: { environment: "account", accountId: "111122223333", region: "eu-west-1" },
          regions,
          keyDeletionWindowDays: 30,
          adopt: [],
          ...{ criticality: "critical", owner: "platform-team" },
          ...different,
        },
        { transformations: [note] },
      ),
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

  it("make the role of reports before a key or a bucket names it, or take over the one that there is", async () => {
    const simulation = await built();
    const role = simulation.resource("aws:iam/serviceLinkedRole:ServiceLinkedRole", "backup-reports");
    assert.equal(role.outputs.arn, reporterArn);
    const naming = [
      ...simulation.ofType("aws:kms/key:Key"),
      ...simulation.ofType("aws:s3/bucketPolicy:BucketPolicy"),
    ].filter(({ inputs }) => JSON.stringify(inputs.policy ?? "").includes(reporterArn));
    assert.equal(naming.length, 4);
    for (const { name, dependencies } of naming) assert.ok(dependencies.includes(role.urn), name);

    const imports: unknown[] = [];
    const note: pulumi.ResourceTransformation = ({ type, opts }) => {
      if (type === "aws:iam/serviceLinkedRole:ServiceLinkedRole")
        imports.push("import" in opts ? opts.import : undefined);
      return undefined;
    };
    await built({}, note);
    await built({ adopt: ["reports-role"] }, note);
    assert.deepEqual(imports, [undefined, reporterArn]);
  });

  it("keep images of the account in other Regions, in repositories with a key there and tags that stay", async () => {
    const images = { from: "eu-west-1", to: ["eu-central-1"], prefixes: ["shop/"] } as const;
    const simulation = await built({ images });
    const replication = simulation.inputsOf(
      "aws:ecr/replicationConfiguration:ReplicationConfiguration",
      "backup-images",
    );
    assert.equal(replication.region, "eu-west-1");
    assert.deepEqual(replication.replicationConfiguration, {
      rules: [
        {
          destinations: [{ region: "eu-central-1", registryId: "111122223333" }],
          repositoryFilters: [{ filter: "shop/", filterType: "PREFIX_MATCH" }],
        },
      ],
    });
    const template = simulation.inputsOf(
      "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate",
      "backup-images-eu-central-1-shop/",
    );
    const key = simulation.resource("aws:kms/key:Key", "backup-images-eu-central-1");
    assert.equal(key.inputs.region, "eu-central-1");
    assert.deepEqual(
      [template.region, template.prefix, template.appliedFors, template.imageTagMutability],
      ["eu-central-1", "shop/", ["REPLICATION"], "IMMUTABLE"],
    );
    assert.deepEqual(template.encryptionConfigurations, [{ encryptionType: "KMS", kmsKey: key.outputs.arn }]);
    assert.deepEqual((await built()).ofType("aws:ecr/replicationConfiguration:ReplicationConfiguration"), []);
  });

  it("refuse images that stay where they are, go nowhere, or are meant twice", () => {
    const fine = { from: "eu-west-1", to: ["eu-central-1"], prefixes: ["shop/"] } as const;
    const wrong: readonly (readonly [Partial<Parameters<typeof imageProblems>[1]>, string])[] = [
      [{ from: "us-east-1" }, "images.from"],
      [{ to: [] }, "images.to"],
      [{ to: ["eu-west-1"] }, "images.to.0"],
      [{ to: ["eu-central-1", "eu-central-1"] }, "images.to.1"],
      [{ prefixes: [] }, "images.prefixes"],
      [{ prefixes: ["Shop/"] }, "images.prefixes.0"],
      [{ prefixes: ["shop/", "shop/web"] }, "images.prefixes.1"],
    ];
    assert.deepEqual(imageProblems(["images"], fine, regions), []);
    for (const [different, path] of wrong) {
      const found = imageProblems(["images"], { ...fine, ...different }, regions);
      assert.deepEqual(
        found.map((problem) => problem.path.join(".")),
        [path],
      );
    }
  });
});
