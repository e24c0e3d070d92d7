import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { pathProblems } from "../../../infra/compute/front-door-paths";

const word = fc.stringMatching(/^[a-z]{1,3}$/);
const path = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([words, open]) => `/${words.join("/")}${open ? "/*" : ""}`);

/** What the balancer does: a star stands for any characters. */
const matches = (pattern: string, address: string): boolean =>
  pattern.endsWith("*") ? address.startsWith(pattern.slice(0, -1)) : address === pattern;

const claims = (paths: readonly string[]) =>
  paths.map((value, position) => ({
    workload: `workload-${position}`,
    at: ["services", `workload-${position}`, "paths"],
    paths: [value],
  }));

describe("the paths of the front door", () => {
  it("are refused exactly where an address could be answered by two workloads", () => {
    fc.assert(
      fc.property(fc.array(path, { minLength: 1, maxLength: 4 }), (paths) => {
        const addresses = paths.flatMap((value) => [value.replace("*", ""), value.replace("*", "x")]);
        const ambiguous = addresses.some(
          (address) => paths.filter((pattern) => matches(pattern, address)).length > 1,
        );
        assert.equal(pathProblems(claims(paths)).length > 0, ambiguous);
      }),
    );
  });

  it("are as many as one rule of the balancer holds", () => {
    const paths = ["/*", "/a", "/b", "/c", "/d", "/e"];
    const of = (all: readonly string[]) => pathProblems([{ workload: "web", at: ["paths"], paths: all }]);
    assert.deepEqual(of(paths), []);
    assert.deepEqual(of([...paths, "/f"]), [
      { path: ["paths"], given: "6 paths", allowed: "at most 5 paths besides /*" },
    ]);
  });

  it("may have one that takes what no other takes", () => {
    assert.deepEqual(pathProblems(claims(["/orders/*", "/*", "/quotes"])), []);
    assert.deepEqual(pathProblems(claims(["/*", "/*"])), [
      {
        path: ["services", "workload-1", "paths", 0],
        given: '"/*"',
        allowed: "a path that shares nothing with /* of workload-0",
      },
    ]);
  });

  it("are refused where a balancer would not take them", () => {
    for (const wrong of ["orders", "/a?b", "/a*b", "/**", `/${"a".repeat(128)}`]) {
      assert.equal(pathProblems(claims([wrong])).length, 1, wrong);
    }
  });
});
