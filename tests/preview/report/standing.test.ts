import * as assert from "node:assert/strict";

import { byControl, isMandatory, standing, withStanding } from "../../../preview/report/standing";
import { verdict } from "./fixture";

const urn = "urn:pulumi:dev::platform::a:b:C::c";

describe("the standing of a verdict", () => {
  it("is exempt for a failure with an exemption, and the verdict itself otherwise", () => {
    const failure = verdict({ urn, verdict: "fail" });
    assert.equal(standing(failure), "fail");
    assert.equal(standing({ ...failure, exemption: { reason: "old" } }), "exempt");
    assert.equal(standing({ ...failure, verdict: "undetermined" }), "undetermined");
    assert.deepEqual(withStanding([failure, verdict({ urn })], "fail"), [failure]);
  });

  it("is mandatory for remediations too, as in the engine", () => {
    const levels = ["mandatory", "remediate", "advisory", "disabled"] as const;
    assert.deepEqual(
      levels.map((enforcement) => isMandatory(verdict({ urn, enforcement }))),
      [true, true, false, false],
    );
  });

  it("orders controls by enforcement, then severity, then name", () => {
    const groups = byControl([
      verdict({ urn, control: "D", severity: "critical" }),
      verdict({ urn, control: "B", severity: "low", enforcement: "mandatory" }),
      verdict({ urn, control: "C", severity: "low", enforcement: "mandatory" }),
      verdict({ urn, control: "A", severity: "high", enforcement: "mandatory" }),
      verdict({ urn, control: "B", severity: "low", enforcement: "mandatory" }),
    ]);
    assert.deepEqual(
      groups.map(({ control, verdicts }) => [control, verdicts.length]),
      [
        ["A", 1],
        ["B", 2],
        ["C", 1],
        ["D", 1],
      ],
    );
  });
});
