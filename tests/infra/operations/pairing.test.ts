import * as assert from "node:assert/strict";

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

  it("miss an alarm that no longer names its runbook", () => {
    const named = byAlarm.filter((word) => word !== "drain-zone");
    assert.deepEqual(pairingMistakes(runbooks, named), [
      "drain-zone says that alarms name it, and none does",
    ]);
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
