import * as assert from "node:assert/strict";

import { describeProblems } from "../../../infra/core/problem";

describe("what is wrong with the arguments of a component", () => {
  it("is written with its name, path, what was given and what is allowed", () => {
    assert.equal(
      describeProblems(`network "network"`, [
        { path: ["zones", 1, "id"], given: '"x"', allowed: "zones of eu-west-1" },
        { path: ["cidr"], given: '"y"', allowed: "a range" },
      ]),
      'network "network": 2 mistakes in its arguments\n' +
        '  zones[1].id: given "x"; allowed: zones of eu-west-1\n' +
        '  cidr: given "y"; allowed: a range',
    );
  });
});
