import * as assert from "node:assert/strict";

import type { SimulatedResource, Simulation } from "../../simulator/mocks";
import { catalogue } from "../../stacks/catalogue";
import { dataCatalogue } from "../../stacks/catalogue/derived";
import { deployedStack, outputsOf, withoutStackTraces } from "./program";
import { text } from "../simulator/text";

/** Types that AWS Backup saves by itself when they carry a selected tag; cluster instances go with their cluster. */
const saved = [
  "aws:dynamodb/table:Table",
  "aws:rds/cluster:Cluster",
  "aws:rds/instance:Instance",
  "aws:s3/bucket:Bucket",
];

interface SelectionTag {
  readonly key: string;
  readonly value: string;
}

/** Names of the plans that select a resource, by its tags, as AWS Backup would. */
function plansOf(simulation: Simulation, { inputs }: SimulatedResource): readonly string[] {
  const tags = (inputs.tagsAll ?? {}) as Readonly<Record<string, string>>;
  return simulation
    .ofType("aws:backup/selection:Selection")
    .filter((selection) =>
      // The provider's check has seen that they are tags.
      (selection.inputs.selectionTags as unknown as readonly SelectionTag[]).some(
        ({ key, value }) => tags[key] === value,
      ),
    )
    .map(({ name }) => name);
}

/** What the catalogue says is saved, with its word: stores, but no caches, whose content can be made again. */
const { databases, tables, buckets } = dataCatalogue(catalogue);
const words = Object.entries({ ...databases, ...tables, ...buckets }).map(
  ([name, { criticality }]) => [name, `backup-plan-${criticality}`] as const,
);

for (const stack of ["dev", "prod", "dr"]) {
  describe(`backups of ${stack}`, function () {
    this.timeout(240_000);
    withoutStackTraces();
    let simulation: Simulation;
    before(async () => {
      simulation = await deployedStack(stack);
    });

    const selected = (): readonly (readonly [SimulatedResource, readonly string[]])[] =>
      saved
        .flatMap((type) => simulation.ofType(type))
        .map((resource) => [resource, plansOf(simulation, resource)] as const);

    it("have everything that the catalogue calls a store in exactly the plan of its word", () => {
      const found = selected()
        .filter(([, plans]) => plans.length > 0)
        .map(([{ inputs }, plans]) => {
          const tags = inputs.tagsAll as Readonly<Record<string, string>>;
          return [tags.Service, ...plans];
        });
      const byName = (one: readonly unknown[], other: readonly unknown[]): number =>
        String(one[0]).localeCompare(String(other[0]));
      assert.deepEqual(found.sort(byName), words.map((pair) => [...pair]).sort(byName));
    });

    it("leave out what is no data of anybody: logs, and nothing else", () => {
      const left = selected()
        .filter(([, plans]) => plans.length === 0)
        .map(([{ name }]) => name);
      assert.ok(left.length > 0);
      for (const name of left) assert.match(name, /logs?$/);
    });

    it("have no plan that selects nothing", () => {
      const used = new Set(selected().flatMap(([, plans]) => plans));
      const plans = simulation.ofType("aws:backup/selection:Selection").map(({ name }) => name);
      assert.deepEqual(
        plans.filter((plan) => !used.has(plan)),
        [],
      );
      assert.equal(plans.length, simulation.ofType("aws:backup/plan:Plan").length);
    });

    it("are copied to another Region, whatever is critical, high or standard", () => {
      const home = simulation
        .ofType("aws:backup/vault:Vault")
        .filter(({ inputs }) => inputs.region !== undefined);
      const own = home.find(({ inputs }) => !text(inputs.name).endsWith("-copy"))?.inputs.region;
      for (const { name, inputs } of simulation.ofType("aws:backup/plan:Plan")) {
        const destinations = JSON.stringify(inputs.rules).match(/arn:aws:backup:([a-z0-9-]+):/g) ?? [];
        const elsewhere = destinations.filter((destination) => !destination.includes(text(own)));
        assert.equal(elsewhere.length > 0, name !== "backup-plan-low", name);
      }
    });
  });
}

describe("what prod leaves in another Region", function () {
  this.timeout(240_000);
  withoutStackTraces();

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
    const { recoverFrom } = await outputsOf("dr");
    const made = prod
      .resources()
      .filter(({ inputs }) => inputs.region === "eu-central-1")
      .flatMap(({ id, outputs }) => [id, outputs.arn]);
    const arns = JSON.stringify(recoverFrom).match(/arn:[^"]+/g) ?? [];
    assert.equal(arns.length, 5);
    assert.deepEqual(
      arns.filter((arn) => !made.includes(arn)),
      [],
    );
  });
});
