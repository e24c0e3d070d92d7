import * as assert from "node:assert/strict";

import type { Criticality } from "../../infra/core/criticality";
import { catalogue } from "../../stacks/catalogue";
import { dataCatalogue } from "../../stacks/catalogue/derived";
import { deployedStack, outputsOf } from "./program";
import { backupGaps, partsOf, type Registered, savedIn } from "./recovery/coverage";

/** What the catalogue says is saved, with its word: stores, but no caches, whose content can be made again. */
const { databases, tables, buckets } = dataCatalogue(catalogue);
const words: Readonly<Record<string, Criticality>> = Object.fromEntries(
  Object.entries({ ...databases, ...tables, ...buckets }).map(([name, { criticality }]) => [
    name,
    criticality,
  ]),
);

for (const stack of ["dev", "prod", "dr"]) {
  describe(`backups of ${stack}`, function () {
    this.timeout(240_000);
    let registered: readonly Registered[];
    before(async () => {
      registered = (await deployedStack(stack)).resources();
    });

    it("have everything that the catalogue calls a store in exactly the plan of its word, with the copies of its word", () => {
      assert.deepEqual(backupGaps(registered, words), []);
    });

    it("leave out what is no data of anybody: logs, and nothing else", () => {
      const left = savedIn(registered)
        .filter(({ plans }) => plans.length === 0)
        .map(({ resource }) => resource.name);
      assert.ok(left.length > 0);
      for (const name of left) assert.match(name, /logs?$/);
    });

    it("have a gap as soon as any one part is gone: the tag of a thing, a selection, a plan, the copies of a rule or that they are elsewhere", () => {
      const parts = partsOf(registered);
      for (const kind of ["tag", "selection", "plan", "copies", "other Region"])
        assert.ok(parts.filter(({ of }) => of.startsWith(kind)).length >= 4, kind);
      for (const { of, without } of parts) assert.notDeepEqual(backupGaps(without, words), [], of);
    });
  });
}

describe("what prod leaves in another Region", function () {
  this.timeout(240_000);
  it("is what dr is promised, by the names of vaults and databases that prod has", async () => {
    const dr = await outputsOf("dr");
    const prod = await outputsOf("prod");
    const { stack, ...promised } = dr.recoverFrom as Readonly<Record<string, object | string>>;
    assert.equal(stack, "organization/platform/prod");
    assert.deepEqual(
      promised,
      Object.fromEntries(Object.keys(promised).map((output) => [output, prod[output]])),
    );
    assert.deepEqual(Object.keys(promised.backupCopyVaultArns ?? {}), ["critical", "high", "standard"]);
    assert.deepEqual(Object.keys(promised.replicatedBackupArns ?? {}), ["workshop"]);
  });

  it("stands there: each thing promised is one that prod makes in the Region of dr", async () => {
    const prod = await deployedStack("prod");
    const { running, ...saved } = (await outputsOf("dr")).recoverFrom as Readonly<Record<string, object>>;
    const made = prod
      .resources()
      .filter(({ inputs }) => inputs.region === "eu-central-1")
      .flatMap(({ id, outputs }) => [id, outputs.arn]);
    const arns = JSON.stringify(saved).match(/arn:[^"]+/g) ?? [];
    assert.equal(arns.length, 5);
    assert.ok(!JSON.stringify(running).includes("eu-central-1"), "what runs is where prod is");
    assert.deepEqual(
      arns.filter((arn) => !made.includes(arn)),
      [],
    );
  });
});
