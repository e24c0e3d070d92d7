import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { answersAt, ending, reachable, waysFrom } from "../../../infra/integration/workflow-graph";
import type { WorkflowStep } from "../../../infra/integration/workflow-spec";

const stepNames = ["a", "b", "c", "d", "e"] as const;
const target = fc.constantFrom(...stepNames);
const step: fc.Arbitrary<WorkflowStep> = fc.oneof(
  fc.record({
    kind: fc.constant("ask" as const),
    workload: fc.constant("orders"),
    action: fc.constant("place"),
    timeoutSeconds: fc.constant(1),
    next: target,
    onFailure: target,
  }),
  fc.record({ kind: fc.constant("wait" as const), seconds: fc.constant(1), next: target }),
  fc.record({
    kind: fc.constant("choose" as const),
    on: fc.constant("$.data.kind"),
    cases: fc.dictionary(fc.constantFrom("x", "y"), target, { minKeys: 1 }),
    otherwise: target,
  }),
  fc.constant({ kind: "succeed" as const }),
);
const graphs = fc.record({ a: step, b: step, c: step, d: step, e: step });
type Graph = Readonly<Record<string, WorkflowStep>>;

/** Steps a run passes, taking ways by the numbers given, until it ends or the numbers do; and the answers it has then. */
function walk(
  steps: Graph,
  choices: readonly number[],
): { at: string; answers: Set<string>; ended: boolean } {
  let at = "a";
  const answers = new Set<string>();
  for (const choice of choices) {
    const current = steps[at];
    const ways = current === undefined ? [] : waysFrom(current);
    const way = ways[choice % Math.max(1, ways.length)];
    if (current === undefined || way === undefined) return { at, answers, ended: true };
    if (current.kind === "ask" && !way.failed) answers.add(at);
    at = way.to;
  }
  const last = steps[at];
  return { at, answers, ended: last !== undefined && waysFrom(last).length === 0 };
}

describe("the graph of a workflow", () => {
  const walks = fc.array(fc.nat(10), { maxLength: 30 });

  it("says that every step is reachable that some run comes to", () => {
    fc.assert(
      fc.property(graphs, walks, (steps, choices) => {
        assert.ok(reachable(steps, "a").has(walk(steps, choices).at));
      }),
    );
  });

  it("never says that a step is in an endless loop from which some run ends", () => {
    fc.assert(
      fc.property(graphs, walks, (steps, choices) => {
        if (walk(steps, choices).ended) assert.ok(ending(steps).has("a"));
      }),
    );
  });

  it("says that a step is in an endless loop exactly where no end can be reached from it", () => {
    fc.assert(
      fc.property(graphs, (steps: Graph) => {
        for (const name of stepNames) {
          const ends = [...reachable(steps, name)].some((other) => steps[other]?.kind === "succeed");
          assert.equal(ending(steps).has(name), ends);
        }
      }),
    );
  });

  it("promises only answers that every run has", () => {
    fc.assert(
      fc.property(graphs, walks, (steps, choices) => {
        const { at, answers } = walk(steps, choices);
        for (const promised of answersAt(steps, "a").get(at) ?? []) assert.ok(answers.has(promised));
      }),
    );
  });

  it("promises an answer after the step that asks, and not where it failed", () => {
    const ask = { kind: "ask", workload: "orders", action: "place", timeoutSeconds: 1 } as const;
    const known = answersAt(
      { a: { ...ask, next: "b", onFailure: "c" }, b: { kind: "succeed" }, c: { kind: "succeed" } },
      "a",
    );
    assert.deepEqual([...(known.get("b") ?? [])], ["a"]);
    assert.deepEqual([...(known.get("c") ?? [])], []);
  });
});
