import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { restoredKinds, restoreSteps } from "../../../infra/backup/settings";
import { catalogue } from "../../../stacks/catalogue";
import { recoveryPlan } from "../../../stacks/recovery/plan";
import { recoveryPlanText } from "../../../stacks/recovery/plan-text";
import { deployedStack } from "../program";

const plan = recoveryPlan(catalogue);
const written = recoveryPlanText(plan);

describe("the written plan of recovery", function () {
  this.timeout(240_000);
  it("is what the catalogue says now", () => {
    const file = join(__dirname, "..", "..", "..", "docs", "disaster-recovery.md");
    assert.equal(readFileSync(file, "utf8"), written, "run `npm run generate`");
  });

  it("names everything of the catalogue, with its word", () => {
    const { databases, tables, caches, buckets, secrets, services, fleets, workflows } = catalogue;
    for (const entries of [databases, tables, caches, buckets, secrets, services, fleets, workflows]) {
      for (const [name, { description, criticality }] of Object.entries(entries)) {
        const row = written.split("\n").find((line) => line.includes(` ${name}: ${description} |`));
        assert.ok(row?.includes(`| ${criticality} |`), name);
      }
    }
  });

  it("restores every datum that is backed up by a runbook that is there", () => {
    for (const { id, restoredKind, copies } of plan.data) {
      assert.equal(copies.length > 0, restoredKind !== undefined, id);
      if (restoredKind !== undefined) assert.ok(written.includes(`### Restore: ${restoredKind}`), id);
    }
    assert.deepEqual(
      plan.data.filter(({ restoredKind }) => restoredKind === undefined).map(({ kind }) => kind),
      ["cache", "secret"],
    );
  });

  it("says where the copies are as the program makes them", async () => {
    const simulation = await deployedStack("prod");
    const vaults = [
      ...simulation.ofType("aws:backup/vault:Vault"),
      ...simulation.ofType("aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault"),
    ].map(({ inputs }) => inputs.name);
    const named = [...written.matchAll(/`<environment>-([a-z-]+)`/g)].map(([, name]) => `prod-${name ?? ""}`);
    const copies = named.filter((name) => /-(critical|high|standard|low|air-gapped)(-copy)?$/.test(name));
    assert.deepEqual(
      [...new Set(copies)].filter((name) => !vaults.includes(name)),
      [],
    );
    const others = named.filter((name) => !copies.includes(name) && !name.includes("late"));
    const names = simulation.resources().map(({ inputs }) => inputs.name);
    assert.deepEqual(
      [...new Set(others)].filter((name) => !names.includes(name)),
      [],
    );
  });

  it("says of what is faster by its word than what it needs, that it is not", () => {
    const web = plan.workloads.find(({ name }) => name === "web");
    assert.ok(web?.slower.includes("service products"));
    assert.ok(written.includes("- service web (critical): "));
    const idempotent = plan.workloads.flatMap(({ slower }) => slower).filter((id) => id.startsWith("cache "));
    assert.deepEqual(idempotent, []);
  });
});

describe("the runbook of a restore", () => {
  it("lets RDS manage the owner's password again, once it is restored and before the program runs", () => {
    for (const kind of ["Aurora", "RDS"] as const) {
      const calls = restoreSteps(kind).map(({ call }) => call ?? "");
      const at = (part: string): number => calls.findIndex((call) => call.includes(part));
      assert.ok(at("describe-restore-job") < at("--manage-master-user-password"), kind);
      assert.ok(at("--manage-master-user-password") < at("pulumi up"), kind);
      assert.ok(at("pulumi up") < at("rotate-secret"), kind);
    }
  });

  it("tells the program the id that RDS gave what came back, before the program looks for the one that is gone", () => {
    const calls = restoreSteps("RDS").map(({ call }) => call ?? "");
    const at = (part: string): number => calls.findIndex((call) => call.includes(part));
    assert.ok(at("describe-db-instances") > at("describe-restore-job"));
    assert.ok(at("pulumi stack import") > at("describe-db-instances"));
    assert.ok(at("pulumi stack import") < at("pulumi refresh"));
  });

  it("ends with the program seeing nothing left to do, for every kind", () => {
    for (const kind of restoredKinds) {
      const calls = restoreSteps(kind).flatMap(({ call }) => (call === undefined ? [] : [call]));
      const last = calls.filter((call) => call.startsWith("pulumi")).at(-1);
      assert.equal(last, "pulumi preview --stack <stack> --expect-no-changes", kind);
      const restored = calls.findIndex((call) => call.includes("start-restore-job"));
      assert.ok(restored >= 0 && calls.slice(restored).some((call) => call.includes("pulumi up")), kind);
    }
  });
});
