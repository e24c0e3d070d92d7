import * as assert from "node:assert/strict";

import { View } from "../../policy-pack/reading/view";
import type { Subject } from "../../policy-pack/registry/control";
import { all, atLeast, byType, oneOf, present, within } from "../../policy-pack/shapes/property";
import { type Judgement, outcomes } from "../../policy-pack/verdict/outcome";
import { UNKNOWN } from "./support/fixtures";

const subject = (props: object, type = "aws:a/b:B"): Subject => ({
  urn: "u",
  name: "n",
  type,
  props: new View(props, ""),
});
const verdicts = (check: (given: Subject) => Judgement, ...values: readonly object[]): readonly string[] =>
  values.map((props) =>
    outcomes(check(subject(props)))
      .map(({ verdict }) => verdict)
      .join(),
  );

describe("shapes of controls", () => {
  it("ask for one of some values, and take AWS's default for what is not set", () => {
    assert.deepEqual(
      verdicts(oneOf("a.b", ["x", "y"]), { a: { b: "X" } }, { a: { b: "z" } }, { a: UNKNOWN }, {}),
      ["pass", "fail", "undetermined", "fail"],
    );
    assert.deepEqual(verdicts(oneOf("a", [false], false), {}, { a: null }, { a: "false" }, { a: true }), [
      "pass",
      "pass",
      "pass",
      "fail",
    ]);
  });

  it("ask for a number within bounds, both included", () => {
    const check = within("n", { least: 7, most: 9 });
    assert.deepEqual(verdicts(check, { n: 6 }, { n: 7 }, { n: 9 }, { n: 10 }, { n: UNKNOWN }, {}), [
      "fail",
      "pass",
      "pass",
      "fail",
      "undetermined",
      "fail",
    ]);
    assert.deepEqual(verdicts(within("n", { least: 7 }, 8), {}), ["pass"]);
  });

  it("ask that something is there, known or not", () => {
    assert.deepEqual(verdicts(present("k"), { k: "key" }, { k: UNKNOWN }, { k: "" }, { k: [] }, {}), [
      "pass",
      "pass",
      "fail",
      "fail",
      "fail",
    ]);
  });

  it("count the elements of a list, known or not", () => {
    assert.deepEqual(verdicts(atLeast("l", 2), { l: [UNKNOWN, UNKNOWN] }, { l: ["a"] }, { l: UNKNOWN }, {}), [
      "pass",
      "fail",
      "undetermined",
      "fail",
    ]);
  });

  it("tell each of several checks that is not passed", () => {
    const both = all(oneOf("a", [1]), oneOf("b", [1]));
    assert.deepEqual(verdicts(both, { a: 1, b: 1 }, { a: 1, b: 2 }, { a: UNKNOWN, b: 2 }), [
      "pass",
      "fail",
      "undetermined,fail",
    ]);
  });

  it("ask of each type what is its own", () => {
    const check = byType({ "aws:a/b:B": oneOf("a", [1]) });
    assert.deepEqual(
      [check(subject({ a: 2 })), check(subject({ a: 2 }, "aws:c/d:D"))].map(
        (each) => outcomes(each)[0]?.verdict,
      ),
      ["fail", "pass"],
    );
  });
});
