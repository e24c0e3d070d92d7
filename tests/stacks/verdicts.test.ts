import * as assert from "node:assert/strict";
import { join } from "node:path";

import { type PreviewResult, previewStack, type Verdict } from "../../preview";
import { pageDashboards } from "../../preview/report/dashboards";
import { stacks } from "./program";

const PROJECT = join(__dirname, "..", "..");

/** A verdict as a person looks for it. */
const shown = ({ control, urn, path, message }: Verdict): string =>
  `${control} ${urn.split("::").at(-1) ?? ""} ${path}: ${message}`;

for (const stack of stacks) {
  describe(`what the policies say of the stack ${stack}`, function () {
    this.timeout(120_000);
    let preview: PreviewResult;

    before(async () => {
      preview = await previewStack({
        projectDir: PROJECT,
        stack,
        policyPacks: [join(PROJECT, "policy-pack")],
        policyConfig: join(PROJECT, "policies.json"),
      });
    });

    const such = (test: (verdict: Verdict) => boolean): readonly string[] =>
      preview.verdicts.filter(test).map(shown);

    it("holds no violation that stops it", () => {
      assert.deepEqual(
        such(({ verdict, enforcement }) => verdict === "fail" && enforcement === "mandatory"),
        [],
      );
    });

    it("leaves nothing of weight to be decided after the deployment", () => {
      assert.deepEqual(
        such(
          ({ verdict, severity }) => verdict === "undetermined" && ["critical", "high"].includes(severity),
        ),
        [],
      );
      assert.ok(
        preview.verdicts.some(({ verdict, severity }) => verdict === "pass" && severity === "critical"),
      );
    });

    it("draws every dashboard in its report, though AWS assigns what some graphs measure", () => {
      const dashboards = preview.resources.filter(
        ({ type }) => type === "aws:cloudwatch/dashboard:Dashboard",
      );
      assert.equal(pageDashboards(preview.resources).length, dashboards.length);
    });

    it("has a record for each exemption", () => {
      assert.deepEqual(
        such(({ exemption }) => exemption !== undefined && !JSON.stringify(exemption).includes("owner")),
        [],
      );
    });
  });
}
