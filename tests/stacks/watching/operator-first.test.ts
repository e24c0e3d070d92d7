import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Simulation } from "../../../simulator/mocks";
import { deployedStack } from "../program";
import { textOf } from "./graph";
import { operatorFirst } from "./operator-first";
import { root } from "./pages";

const named: Readonly<Record<string, string>> = {
  "aws:cloudwatch/dashboard:Dashboard": "dashboardName",
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": "alarmName",
  "aws:ssm/document:Document": "name",
  "aws:ecs/service:Service": "name",
};

/** What whoever follows the page makes. */
const own = new Set(["dev-now"]);

describe("what an operator does first", function () {
  this.timeout(240_000);
  let simulation: Simulation;
  before(async () => {
    simulation = await deployedStack("dev");
  });

  it("speaks of dashboards, alarms, services and documents that are there", () => {
    const there = new Set(
      Object.entries(named).flatMap(([type, property]) =>
        simulation.ofType(type).map((resource) => textOf(resource, property)),
      ),
    );
    const text = [...operatorFirst, readFileSync(join(root, "README.md"), "utf8")].join("\n");
    // A name that goes on with another placeholder stands for many.
    const names = [...text.matchAll(/<environment>(-[a-z]+(?:-[a-z]+)*)(?![a-z-]*<)/g)].map(
      ([, rest = ""]) => `dev${rest}`,
    );
    assert.ok(names.length >= 8, names.join());
    for (const name of names.filter((each) => !own.has(each))) assert.ok(there.has(name), name);
  });
});
