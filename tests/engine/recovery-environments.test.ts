import * as assert from "node:assert/strict";
import { join } from "node:path";

import { changedNothing, type EngineRun } from "../../sandbox/session/engine-run";
import type { Sandbox } from "../../sandbox/session/sandbox";
import { FileStore } from "../../simulator/world";
import { ProjectCopy } from "../stacks/own-business/project-copy";
import { openSandbox, requirePulumiCli, temporaryFolder } from "./pulumi-cli";

const REFERENCE = "organization/platform/prod";
const TABLE = "prod-stock";

/** What the engine does, for everything that it does not leave as it is. */
const changed = (run: EngineRun): readonly string[] =>
  run.steps
    .filter(({ op }) => op !== "same" && op !== "read")
    .map(({ op, type, urn }) => `${op} ${type} ${urn.split("::").at(-1) ?? ""}`);

describe("production and the environment that stands in for it, entire, under the real engine", function () {
  this.timeout(1_800_000);
  requirePulumiCli();
  const folder = temporaryFolder();
  const copy = new ProjectCopy(temporaryFolder());
  // One state and one account of both, as in a business; one stack at a time holds it.
  const root = join(folder, ".sandbox", "both");

  async function within<Result>(stack: string, act: (sandbox: Sandbox) => Promise<Result>): Promise<Result> {
    const sandbox = await openSandbox(folder, { projectDir: copy.folder, stack, root });
    try {
      return await act(sandbox);
    } finally {
      sandbox.close();
    }
  }

  const existing = (stack: string): ReadonlyMap<string, unknown> =>
    new FileStore(join(root, "simulated-aws.json")).view(
      ({ resources }) =>
        new Map(
          resources
            .filter(({ urn }) => urn.startsWith(`urn:pulumi:${stack}::`))
            .map(({ id, type, attributes }) => [`${type} ${id}`, attributes.arn]),
        ),
    );

  before(async () => {
    for (const stack of ["prod", "dr"]) {
      const up = await within(stack, (sandbox) => sandbox.up());
      assert.deepEqual(up.errors, [], stack);
    }
  });

  it("leave nothing to do once they are deployed, the one after the other", async () => {
    for (const stack of ["prod", "dr"]) {
      const again = await within(stack, (sandbox) => sandbox.preview());
      assert.ok(again.succeeded && changedNothing(again), changed(again).join("\n"));
    }
  });

  it("agree: what the one relies on is what the other has, in the Region of the one", async () => {
    const outputs = await within("dr", (sandbox) => sandbox.outputs());
    const { stack, ...promised } = outputs.recoverFrom?.value as Readonly<Record<string, unknown>>;
    assert.equal(stack, REFERENCE);
    const there = new Set(existing("prod").values());
    const arns = JSON.stringify(promised).match(/arn:[^"]+/g) ?? [];
    assert.ok(arns.length >= 5, arns.join("\n"));
    for (const arn of arns) {
      assert.match(arn, /:eu-central-1:/);
      assert.ok(there.has(arn), arn);
    }
  });

  it("move a thing to another plan by a change of its word, and replace nothing", async () => {
    copy.edit("stacks/catalogue.ts", (text) =>
      text.replace(/(stock: \{[^}]*criticality: )"critical"/, '$1"high"'),
    );
    try {
      const run = await within("prod", (sandbox) => sandbox.preview());
      assert.deepEqual(run.errors, []);
      const steps = changed(run);
      assert.ok(steps.includes(`update aws:dynamodb/table:Table stock`), steps.join("\n"));
      assert.deepEqual(
        steps.filter((step) => !step.startsWith("update ")),
        [],
      );
    } finally {
      copy.reset();
    }
  });

  it("refuse to be destroyed while they are protected, and lose nothing by the attempt", async () => {
    for (const stack of ["dr", "prod"]) {
      const before = [...existing(stack).keys()];
      const refused = await within(stack, (sandbox) => sandbox.destroy());
      assert.equal(refused.succeeded, false);
      assert.match(refused.errors.join("\n"), /protect/);
      assert.deepEqual([...existing(stack).keys()], before);
    }
    assert.ok(existing("prod").has(`aws:dynamodb/table:Table ${TABLE}`));
  });
});
