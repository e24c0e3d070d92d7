import * as assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { experiments } from "../../../infra/operations/game-days/experiments";
import { runbooks } from "../../../infra/operations/runbooks";
import { runbookPages } from "../../../stacks/tools/runbook-pages";
import { outputsOf, parametersOf } from "../../../infra/operations/runbook";

const root = resolve(__dirname, "../../..");

describe("the pages of runbooks", () => {
  it("are as the runbooks are now; npm run generate writes them anew", async () => {
    const pages = await runbookPages();
    for (const [path, content] of pages) assert.equal(readFileSync(join(root, path), "utf8"), content, path);
    const files = readdirSync(join(root, "docs/runbooks")).map((file) => `docs/runbooks/${file}`);
    assert.deepEqual(files.sort(), [...pages.keys()].sort());
  });

  it("tell of every experiment of game days what happens, what is expected, and what to do otherwise", async () => {
    const index = (await runbookPages()).get("docs/runbooks/README.md") ?? "";
    // Prettier has filled the cells of the table up.
    const rows = index.split("\n").map((row) => row.replace(/ +/g, " "));
    for (const { word, does, expected, runbook } of experiments) {
      assert.ok(
        rows.includes(`| \`${word}\` | ${does} | ${expected} | [\`${runbook}\`](${runbook}.md) |`),
        word,
      );
    }
  });

  it("say who may run it, what it needs, what it does, what comes of it, and whom to call", async () => {
    const pages = await runbookPages();
    for (const runbook of runbooks) {
      const page = pages.get(`docs/runbooks/${runbook.id}.md`) ?? "";
      for (const heading of ["When", "Run it", "Steps", "Expected outcome", "Permissions"]) {
        assert.match(page, new RegExp(`^## ${heading}$`, "m"), runbook.id);
      }
      for (const { name, says } of runbook.steps) assert.ok(page.includes(`**${name}**: ${says}`), name);
      for (const output of outputsOf(runbook)) assert.ok(page.includes(`\`${output}\``), output);
      for (const name of Object.keys(parametersOf(runbook))) assert.ok(page.includes(`\`${name}\``), name);
      assert.ok(page.includes(runbook.escalation) && page.includes(runbook.lastChanged));
    }
  });
});
