import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { runbookWords } from "../../../infra/core/runbook-words";
import { pairingMistakes } from "../../../infra/operations/pairing";
import { runbooks } from "../../../infra/operations/runbooks";
import { runbookOf } from "./built";

const byAlarm = runbooks
  .filter(({ triggers }) => triggers.some(({ kind }) => kind === "alarm"))
  .map(({ id }) => id);

describe("pairs of alarms and runbooks", () => {
  it("are complete: a runbook for each word, and something that starts each runbook", () => {
    assert.deepEqual(pairingMistakes(runbooks, byAlarm), []);
  });

  for (const word of runbookWords) {
    it(`miss ${word} if it were deleted`, () => {
      const others = runbooks.filter(({ id }) => id !== word);
      assert.deepEqual(pairingMistakes(others, byAlarm), [`${word} has 0 runbooks; it needs one`]);
    });
  }

  for (const word of byAlarm) {
    it(`miss the alarms of ${word} if none named it any more`, () => {
      const named = byAlarm.filter((other) => other !== word);
      assert.deepEqual(pairingMistakes(runbooks, named), [`${word} says that alarms name it, and none does`]);
    });
  }

  it("miss whatever starts a runbook: it is a mistake, or its page promises what is not there", () => {
    for (const runbook of runbooks) {
      const page = readFileSync(join(__dirname, "../../../docs/runbooks", `${runbook.id}.md`), "utf8");
      const [, when = ""] = page.split(/^## /m);
      assert.equal(when.match(/^- /gm)?.length, runbook.triggers.length, runbook.id);
      runbook.triggers.forEach((trigger, gone) => {
        const triggers = runbook.triggers.filter((_, index) => index !== gone);
        const changed = runbooks.map((each) => (each === runbook ? { ...each, triggers } : each));
        // Where something else starts it as well, the page still tells of this.
        if (triggers.length === 0 || trigger.kind === "alarm") {
          assert.notDeepEqual(pairingMistakes(changed, byAlarm), [], runbook.id);
        }
      });
    }
  });

  it("miss a runbook that says of nothing that it starts it, though an alarm names it", () => {
    const quiet = runbooks.map((runbook) =>
      runbook.id === "patch-now" ? { ...runbook, triggers: [] } : runbook,
    );
    assert.deepEqual(pairingMistakes(quiet, byAlarm), [
      "nothing starts patch-now",
      "alarms name patch-now, which does not say so",
    ]);
  });

  it("find two runbooks of one word", () => {
    const twice = [...runbooks, runbookOf("patch-now")];
    assert.deepEqual(pairingMistakes(twice, byAlarm), ["patch-now has 2 runbooks; it needs one"]);
  });
});
