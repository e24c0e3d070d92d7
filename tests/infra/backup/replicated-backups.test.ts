import * as assert from "node:assert/strict";

import fc from "fast-check";

import { backupProblems, isReplicated } from "../../../infra/backup/settings";
import { mostReplicated, replicatedSubjects } from "../../../infra/backup/replicated-subjects";
import { backupTiers } from "../../../infra/backup/tiers";
import { criticalities } from "../../../infra/core/criticality";
import type { BackedUp } from "../../../infra/core/declarations";
import { backupArgs, build, largeArgs, types } from "./built";

const REPLICATION = "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication";

const database = (position: number): BackedUp => ({
  family: "backedUp",
  kind: "RDS",
  name: `database-${position}`,
  arn: `arn:aws:rds:eu-west-1:111122223333:db:database-${position}`,
  criticality: "critical",
});

const subject = fc.record({
  family: fc.constant("backedUp" as const),
  kind: fc.constantFrom("Aurora", "DynamoDB", "EBS", "EC2", "EFS", "RDS", "S3"),
  name: fc.string({ minLength: 1 }),
  arn: fc.constant("arn:aws:rds:eu-west-1:111122223333:db:any"),
  criticality: fc.constantFrom(...criticalities),
});

describe("automated backups", () => {
  it("are replicated of each database instance that stands by in the other Region, and of nothing else", () => {
    fc.assert(
      fc.property(fc.array(subject), (subjects) => {
        const replicated = replicatedSubjects(subjects, backupTiers);
        const expected = subjects.filter(
          ({ kind, criticality }) => kind === "RDS" && ["critical", "high"].includes(criticality),
        );
        assert.deepEqual(
          replicated.map(({ name }) => name),
          expected.map(({ name }) => name),
        );
        // AWS keeps automated backups for 35 days at most.
        for (const { retentionDays } of replicated) assert.ok(retentionDays >= 1 && retentionDays <= 35);
      }),
    );
    assert.ok(!isReplicated("RDS", { ...backupTiers.high, rules: { daily: backupTiers.high.rules.daily } }));
  });

  it("lie in the other Region, under its own key, as long as continuous backups go back", async () => {
    const { backup, simulation } = await build(largeArgs);
    const [replication, ...others] = simulation.ofType(REPLICATION);
    assert.ok(replication);
    assert.deepEqual(others, []);
    const { region, sourceDbInstanceArn, kmsKeyId, retentionPeriod } = replication.inputs;
    assert.deepEqual(
      [region, sourceDbInstanceArn, retentionPeriod],
      ["eu-north-1", "arn:aws:rds:eu-west-1:111122223333:db:dev-workshop", 35],
    );
    const key = simulation.ofType(types.key).find(({ outputs }) => outputs.arn === kmsKeyId);
    assert.equal(key?.inputs.region, "eu-north-1");
    assert.deepEqual(Object.keys(backup.replicatedArns), ["workshop"]);
    assert.match(replication.id, /^arn:aws:rds:eu-north-1:111122223333:auto-backup:ab-/);
  });

  it("are those of no more databases than AWS replicates", () => {
    const of = (count: number): readonly string[] =>
      backupProblems({
        ...backupArgs,
        subjects: Array.from({ length: count }, (_, position) => database(position)),
      }).map(({ path, given }) => `${path.join(".")} ${given}`);
    assert.deepEqual(of(mostReplicated), []);
    assert.deepEqual(of(mostReplicated + 1), ["subjects 21"]);
  });
});
