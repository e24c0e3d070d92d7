import * as assert from "node:assert/strict";
import * as z from "zod";

import { crossCheck, duplicates, mistake, valueAt } from "../../../stacks/config/cross-check";

const least = { path: ["limits", "least"], schema: z.int() };
const most = { path: ["limits", "most"], schema: z.int() };

const inOrder = crossCheck({ least, most }, (values) =>
  values.least <= values.most ? [] : [mistake(most.path, values.most, `at least ${values.least}`)],
);

describe("a cross-check", () => {
  it("compares values that are fine by themselves", () => {
    assert.deepEqual(inOrder({ limits: { least: 1, most: 2 } }), []);
    assert.deepEqual(inOrder({ limits: { least: 3, most: 2 } }), [
      { path: ["limits", "most"], given: "2", allowed: "at least 3" },
    ]);
  });

  it("keeps silent where a value is wrong by itself, or missing", () => {
    assert.deepEqual(inOrder({ limits: { least: 3, most: "two" } }), []);
    assert.deepEqual(inOrder({ limits: { least: 3 } }), []);
    assert.deepEqual(inOrder(undefined), []);
  });
});

describe("a value of a configuration", () => {
  it("is found by names and positions, and never among what every object has", () => {
    assert.equal(valueAt({ zones: [{ id: "a" }, { id: "b" }] }, ["zones", 1, "id"]), "b");
    assert.equal(valueAt({}, ["toString"]), undefined);
    assert.equal(valueAt({ zones: "a" }, ["zones", 0]), undefined);
  });
});

describe("duplicates", () => {
  it("are pointed at from the second on, with where the first is", () => {
    assert.deepEqual(duplicates(["list"], ["a", "b", "a"]), [
      { path: ["list", 2], given: '"a"', allowed: "each once; it is also list[0]" },
    ]);
  });
});
