import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "./mutation/modules";
import { mutantsOf, mutated } from "./mutation/mutants";
import { countsOf, PAGE, pageNow } from "./mutation/page";
import { decidingSources, mutantsIn } from "./mutation/trial";
import { reasonFor, UNEXPLAINED } from "./mutation/reasons";
import { identityOf, writtenOutcome } from "./mutation/record";

/** Share of killed mutants below which the tests have become worse. */
const LEAST = 0.96;

const changes = (text: string): readonly string[] =>
  mutantsOf("rule.ts", text).map(({ from, to }) => `${from} → ${to}`);

describe("mutants of the policy pack", () => {
  it("turn conditions round, move bounds, misspell names and loosen patterns", () => {
    assert.deepEqual(changes('if (a < 5 && isOn(b)) use("acl");'), [
      "a < 5 && isOn(b) → !(a < 5 && isOn(b))",
      "&& → ||",
      "< → <=",
      "5 → 6",
      "5 → 4",
      '"acl" → "aclnoSuchName"',
    ]);
    assert.deepEqual(changes("const is = /^a$/i;"), ["/^a$/i → /a$/i", "/^a$/i → /^a/i", "/^a$/i → /^a$/"]);
  });

  it("leave alone what a control is called and what people are told", () => {
    const imports = 'import { fail } from "./verdict/outcome"; import { text, word } from "./verdict/text";';
    const check = 'fail("x", text`must be ${word("y")}`)';
    assert.deepEqual(changes(`${imports} defineControl({ id: "A-1", title: "t", check: ${check} });`), []);
  });

  it("are the source with one mistake in it", () => {
    const text = "const first = left === right;";
    assert.deepEqual(
      mutantsOf("rule.ts", text).map((mutant) => mutated(text, mutant)),
      ["const first = left !== right;"],
    );
  });

  it("are on a page that is as the last run left it", async () => {
    assert.equal(readFileSync(join(ROOT, PAGE), "utf8"), await pageNow(), `${PAGE} is stale`);
  });

  it("live on for a reason, each that does", () => {
    const unexplained = writtenOutcome().survivors.filter((survivor) => reasonFor(survivor) === UNEXPLAINED);
    assert.deepEqual(unexplained.map(identityOf), []);
  });

  it("have been tried in every source that decides, and enough of them are killed", () => {
    const outcome = writtenOutcome();
    const { tried, killed } = countsOf(outcome);
    assert.deepEqual(
      Object.keys(outcome.tried).filter((source) => !decidingSources().includes(source)),
      [],
    );
    const untried = decidingSources().filter(
      (source) => !(source in outcome.tried) && mutantsIn(source).length > 0,
    );
    assert.deepEqual([...untried, ...outcome.untried], []);
    assert.ok(killed / tried >= LEAST, `${killed} of ${tried}`);
  });
});
