import * as assert from "node:assert/strict";

import type { Backup } from "../../../infra/backup";
import { restoreMetadata, restoreSchedule, restoreTestName } from "../../../infra/backup/restore-plan";
import { tierProblems } from "../../../infra/backup/tier-problems";
import { backupTiers } from "../../../infra/backup/tiers";
import { validationDefinition } from "../../../infra/backup/validation-definition";
import { validationStatements } from "../../../infra/backup/validation-rights";
import { statementMistakes } from "../../../infra/core/policy-statement";
import type { Simulation } from "../../../simulator/mocks";
import { text } from "../../simulator/text";
import { backupArgs, build, largeArgs } from "./built";

const { scope } = largeArgs;

interface State {
  readonly Type: string;
  readonly Resource?: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: readonly { readonly Next: string; readonly Condition: string }[];
  readonly Catch?: readonly { readonly Next: string; readonly ErrorEquals: readonly string[] }[];
}

// The definition is the layer's own.
const machine = JSON.parse(validationDefinition(scope)) as {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
};

describe("restore tests", () => {
  let simulation: Simulation;
  let backup: Backup;
  before(async () => {
    ({ simulation, backup } = await build(largeArgs));
  });

  it("try each kind of each word that has tests, from its own vault, as often as the word says", () => {
    const plans = simulation.ofType("aws:backup/restoreTestingPlan:RestoreTestingPlan");
    assert.deepEqual(
      plans.map(({ inputs }) => [inputs.name, inputs.scheduleExpression]),
      [
        ["prod_critical", "cron(0 13 ? * MON *)"],
        ["prod_high", "cron(0 15 3 * ? *)"],
        ["prod_standard", "cron(0 17 3 1,4,7,10 ? *)"],
      ],
    );
    const vaults = new Map(
      simulation.ofType("aws:backup/vault:Vault").map(({ outputs, inputs }) => [outputs.arn, inputs.name]),
    );
    for (const { inputs } of plans) {
      const { includeVaults } = inputs.recoveryPointSelection as unknown as { includeVaults: string[] };
      const expected = text(inputs.name).replace("_", "-");
      assert.deepEqual(
        includeVaults.map((vault) => vaults.get(vault)),
        [expected],
      );
    }
    const selections = simulation.ofType("aws:backup/restoreTestingSelection:RestoreTestingSelection");
    assert.deepEqual(
      selections.map(({ inputs }) => [inputs.restoreTestingPlanName, inputs.protectedResourceType]).sort(),
      [
        ["prod_critical", "Aurora"],
        ["prod_high", "RDS"],
        ["prod_standard", "S3"],
      ],
    );
  });

  it("put databases where nobody reaches them and they reach nobody", () => {
    const [group, ...others] = simulation.ofType("aws:ec2/securityGroup:SecurityGroup");
    assert.ok(group !== undefined && others.length === 0);
    assert.deepEqual([group.inputs.ingress, group.inputs.egress], [undefined, undefined]);
    const rules = simulation.resources().filter(({ type }) => /SecurityGroup(In|E)gressRule/.test(type));
    assert.deepEqual(rules, []);
    for (const { name, inputs } of simulation.ofType(
      "aws:backup/restoreTestingSelection:RestoreTestingSelection",
    )) {
      if (inputs.protectedResourceType === "S3") continue;
      assert.deepEqual(
        inputs.restoreMetadataOverrides,
        {
          dbSubnetGroupName: "prod-backup-restore-test",
          vpcSecurityGroupIds: JSON.stringify([group.id]),
        },
        name,
      );
    }
  });

  it("never leave what they restore under AWS's own key where that can be said", () => {
    const to = { subnetGroupName: "g", subnetId: "s", securityGroupIds: "[]", keyArn: "arn:key" };
    for (const kind of ["DynamoDB", "EBS", "EFS"] as const) {
      assert.ok(Object.values(restoreMetadata(kind, to)).includes("arn:key"), kind);
    }
  });

  it("have names that AWS takes", () => {
    for (const word of ["critical", "after-sales"]) {
      assert.match(restoreTestName(scope, word, "DynamoDB"), /^[A-Za-z0-9_]{1,50}$/);
    }
  });

  it("say for each word how long a restore may take, so that one that takes longer is told", () => {
    const tests = backup.declarations.flatMap((thing) =>
      thing.family === "monitored" && thing.kind === "restore-test" ? [thing] : [],
    );
    assert.deepEqual(
      tests.map(({ dimensions, sizes }) => [
        dimensions.Environment,
        dimensions.Criticality,
        sizes.recoveryMinutes,
      ]),
      [
        ["prod", "critical", 60],
        ["prod", "high", 240],
        ["prod", "standard", 1440],
      ],
    );
  });

  it("never begin together, whatever the words", () => {
    const { restoreTest } = backupTiers.critical;
    const high = { ...backupTiers.high, restoreTest };
    assert.deepEqual(
      tierProblems({ ...backupTiers, high }).map(({ path, given }) => [path.join("."), given]),
      [["tiers.high.restoreTest.startHour", "13"]],
    );
  });

  it("are the same in every environment but for its name", async () => {
    const small = (await build(backupArgs)).simulation;
    const schedules = (built: Simulation): unknown =>
      built
        .ofType("aws:backup/restoreTestingPlan:RestoreTestingPlan")
        .map(({ inputs }) => [inputs.scheduleExpression, inputs.startWindowHours]);
    assert.deepEqual(schedules(small), schedules(simulation));
    assert.equal(
      restoreSchedule({ frequency: "weekly", startHour: 1, windowHours: 1 }),
      "cron(0 1 ? * MON *)",
    );
  });
});

describe("what looks at restored things", () => {
  const states = Object.entries(machine.States);

  it("gives a verdict and a time on every way through, whatever fails", () => {
    for (const [name, { Type, Resource = "", Catch = [] }] of states) {
      if (Type !== "Task" || Resource.includes(":backup:") || Resource.includes(":cloudwatch:")) continue;
      assert.deepEqual(
        Catch.map(({ ErrorEquals, Next }) => [...ErrorEquals, Next]),
        [["States.ALL", "Report"]],
        name,
      );
    }
    assert.equal(machine.States.Report?.Next, "Measure");
    assert.equal(machine.States.Kind?.Default, "Report");
  });

  it("looks at each kind that restores are tried of here, and calls all others unsound", () => {
    const kinds = machine.States.Kind?.Choices?.map(({ Condition }) => /'(\w+)'/.exec(Condition)?.[1]);
    assert.deepEqual(kinds, ["Aurora", "RDS", "DynamoDB", "S3"]);
  });

  it("leaves alone what other environments' tests restored", () => {
    const [choice] = machine.States.Ours?.Choices ?? [];
    assert.match(choice?.Condition ?? "", /'restore-testing-plan:prod_'/);
    assert.equal(machine.States.Ours?.Default, "Done");
  });

  it("has exactly the rights that its calls need, each on what tests restored alone", () => {
    const statements = validationStatements(scope, "arn:aws:kms:eu-west-1:111122223333:key/1");
    assert.deepEqual(statementMistakes(statements), []);
    const calls = states
      .flatMap(([, { Resource }]) => (Resource === undefined ? [] : [Resource]))
      .map((resource) => resource.split(":").slice(-2))
      .map(([service, call = ""]) => `${String(service)}:${call.charAt(0).toUpperCase()}${call.slice(1)}`)
      // The API's name is not the permission's.
      .map((action) => (action === "s3:ListObjectsV2" ? "s3:ListBucket" : action));
    const allowed = statements.flatMap(({ actions }) => actions).filter((action) => action !== "kms:Decrypt");
    assert.deepEqual([...allowed].sort(), [...new Set(calls)].sort());
    for (const { sid, resources = [], wildcards } of statements) {
      if (wildcards !== undefined || sid === "DecryptTables") continue;
      for (const resource of resources)
        assert.match(text(resource as string), /awsbackup-restore-test-\*$/, sid);
    }
  });
});
