import * as assert from "node:assert/strict";
import { join } from "node:path";
import { PACK } from "../../policy-pack/settings/settings";
import { previewStack, type PreviewResult } from "../../preview";
import type { EngineRun } from "../../sandbox/session/engine-run";
import {
  comparable,
  differences,
  resourcesOfEngine,
  resourcesOfPreview,
  verdictsIn,
  type SeenVerdict,
} from "./engine-view";
import { openSandbox, OWN_POLICIES, PROJECT, requirePulumiCli, temporaryFolder } from "./pulumi-cli";

const { policyPacks, policyConfigs } = OWN_POLICIES;

// Every other environment has the shape of prod, which tests/stacks/index.test.ts holds.
for (const stack of ["prod", "account"]) {
  describe(`the stack ${stack}, previewed offline and by the real engine`, function () {
    this.timeout(900_000);
    requirePulumiCli();
    const folder = temporaryFolder();
    const plan = join(folder, "plan.json");
    let offline: PreviewResult;
    let engine: EngineRun;
    let verdicts: SeenVerdict[];

    before(async () => {
      offline = await previewStack({
        projectDir: PROJECT,
        stack,
        policyPacks,
        policyConfig: policyConfigs[0],
      });
      const sandbox = await openSandbox(folder, { projectDir: PROJECT, stack, ...OWN_POLICIES });
      engine = await sandbox.preview({ plan });
      verdicts = verdictsIn(sandbox.folder.verdicts);
      sandbox.close();
    });

    it("shows the same resources, with the same parents, providers, dependencies and inputs", () => {
      const seen = resourcesOfEngine(engine, plan);
      assert.ok(seen.length > 10);
      assert.deepEqual(differences(resourcesOfPreview(offline), seen), []);
    });

    it("gets the same verdicts", () => {
      assert.notEqual(verdicts.length, 0);
      assert.deepEqual(comparable(offline.verdicts), verdicts);
    });

    it("hears the same of the pack itself", () => {
      const own = offline.verdicts.filter(({ control, verdict }) => control === PACK && verdict === "fail");
      const open = offline.verdicts.filter(({ verdict }) => verdict === "undetermined").length;
      const heard = engine.violations
        .filter(({ policyName }) => policyName === PACK)
        .map(({ message }) => message.trim());
      assert.deepEqual(
        heard.filter((message) => !message.startsWith("undetermined: ")),
        own.map(({ message }) => message),
      );
      // The preview shows open verdicts one by one; the engine has no word for them but this one.
      const sums = heard.filter((message) => message.startsWith("undetermined: "));
      assert.deepEqual(
        sums.map((message) => Number(/\d+/.exec(message)?.[0])),
        open > 0 ? [open] : [],
      );
    });

    it("passes or fails alike", () => {
      assert.equal(engine.succeeded, offline.summary.mandatoryFailures === 0, engine.errors.join("\n"));
    });
  });
}
