import * as assert from "node:assert/strict";
import {
  asOutputs,
  dependenciesWithin,
  keepSecrets,
  withDependencies,
  withoutInternalKeys,
  withoutReferences,
  withSecrets,
} from "../../../preview/engine/values";
import {
  isSecret,
  isUnknown,
  plain,
  resourceReference,
  secret,
  UNKNOWN,
  type Wire,
} from "../../../simulator/wire";

describe("values on the wire", () => {
  it("survive being rewritten as outputs and back", () => {
    const value: Wire = { known: 1, hidden: secret("x"), later: UNKNOWN, list: [secret(UNKNOWN)] };
    assert.deepEqual(plain(asOutputs(value)), value);
  });

  it("carry the dependencies they are marked with, once", () => {
    const marked = withDependencies({ a: UNKNOWN, b: 1 }, { a: ["urn:x", "urn:x"] });
    assert.deepEqual(dependenciesWithin(marked.a), ["urn:x"]);
    assert.deepEqual(withDependencies(marked, { a: ["urn:x"] }), marked);
    assert.equal(marked.b, 1);
  });

  it("lose references to resources: an id where there is one, a component's URN, unknown before it exists", () => {
    assert.equal(withoutReferences(resourceReference("urn:a", "vpc-1")), "vpc-1");
    assert.equal(withoutReferences(resourceReference("urn:a")), "urn:a");
    assert.ok(isUnknown(withoutReferences(resourceReference("urn:a", ""))));
    assert.deepEqual(withoutReferences([resourceReference("urn:a", UNKNOWN)]), [UNKNOWN]);
  });

  it("lose the keys that only SDK and engine use, at any depth", () => {
    assert.deepEqual(withoutInternalKeys({ __defaults: [], a: { __x: 1, b: 2 } }), { a: { b: 2 } });
  });

  it("keep their secrets through a provider that knows none", () => {
    const answer = keepSecrets(
      { a: "x", b: { c: "y", d: "z" }, e: [1], made: 1 },
      {
        a: secret("x"),
        b: { c: secret("y"), d: "z" },
        e: [secret(1)],
      },
    );
    assert.deepEqual(answer, { a: secret("x"), b: { c: secret("y"), d: "z" }, e: secret([1]), made: 1 });
  });

  it("are as secret under the names that a provider derives", () => {
    const answer = keepSecrets(
      { tags: { Owner: "x" }, tagsAll: { Owner: "x", Team: "y" }, all: ["x"] },
      { tags: { Owner: secret("x") } },
    );
    assert.deepEqual(answer, {
      tags: { Owner: secret("x") },
      tagsAll: { Owner: secret("x"), Team: "y" },
      all: [secret("x")],
    });
  });

  it("become secret where a resource asks for it", () => {
    const outputs = withSecrets({ a: 1, b: 2 }, ["b", "absent"]);
    assert.equal(outputs.a, 1);
    assert.ok(isSecret(outputs.b));
    assert.deepEqual(Object.keys(outputs), ["a", "b"]);
  });
});
