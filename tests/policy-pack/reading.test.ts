import * as assert from "node:assert/strict";

import * as sdk from "@pulumi/policy/proxy";
import * as fc from "fast-check";

import { isUnknown } from "../../policy-pack/reading/sentinels";
import { known, valueOr, View } from "../../policy-pack/reading/view";
import { UNKNOWN } from "./support/fixtures";

// The SDK exports its proxy at run time and leaves it out of its declarations.
const { unknownCheckingProxy } = sdk as unknown as {
  unknownCheckingProxy: (props: object) => Record<string, unknown>;
};

const view = (props: object): View => View.ofProxy(unknownCheckingProxy(props));

const leaf = fc.oneof(fc.constant(UNKNOWN), fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie("tree")), fc.dictionary(fc.string(), tie("tree"))),
}));

function readEverything(place: View): void {
  place.string();
  place.number();
  place.boolean();
  place.document().firstUnknown();
  place.at("no.such.path").items();
  for (const below of [...place.items(), ...place.keys().map((key) => place.child(key))])
    readEverything(below);
}

describe("reading", () => {
  it("never throws, whatever is unknown behind the SDK's proxy", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), tree), (props) => {
        readEverything(view(props));
      }),
    );
  });

  it("knows every mark that the SDK has for unknown values", () => {
    const marks = Object.entries(sdk).filter(([name]) => /^unknown\w+Value$/.test(name));
    assert.equal(marks.length, 7);
    for (const [name, mark] of marks) assert.ok(isUnknown(mark), name);
  });

  it("tells known, unknown and absent apart at every depth", () => {
    const props = view({ a: { b: [1, UNKNOWN], c: null }, d: UNKNOWN });
    assert.deepEqual(props.at("a.b").items()[0]?.number(), { state: "known", value: 1 });
    assert.deepEqual(props.at("a.b").items()[1]?.number(), { state: "unknown", path: "a.b[1]" });
    assert.deepEqual(props.at("a.c.x").string(), { state: "absent", path: "a.c.x" });
    assert.deepEqual(props.at("d.e.f").string(), { state: "unknown", path: "d.e.f" });
  });

  it("reads numbers and booleans that arrive as text, and takes nothing else for them", () => {
    const props = view({ port: "22", on: "true", off: false, word: "yes" });
    assert.equal(known(props.at("port").number()), 22);
    assert.equal(known(props.at("on").boolean()), true);
    assert.equal(valueOr(props.at("off").boolean(), true), false);
    assert.equal(valueOr(props.at("none").boolean(), true), true);
    assert.equal(props.at("word").number().state, "unknown");
    assert.equal(props.at("word").boolean().state, "unknown");
  });

  it("reads documents given as text or as objects, and cannot say what is in text that is none", () => {
    const props = view({ text: '{"Statement":[1]}', object: { Statement: [2] }, none: "{", empty: "" });
    assert.equal(
      known(
        props.at("text").document().at("Statement").items()[0]?.number() ?? { state: "absent", path: "" },
      ),
      1,
    );
    assert.equal(props.at("object").document().at("Statement").items().length, 1);
    assert.equal(props.at("none").document().at("Statement").isUnknown, true);
  });

  it("finds names in an object only where the object has them itself", () => {
    assert.equal(view({ a: {} }).at("a.constructor").isAbsent, true);
    assert.deepEqual(
      [view({ a: {} }).at("a"), view({ a: [] }).at("a"), view({}).at("a")].map(({ isEmpty }) => isEmpty),
      [true, true, true],
    );
  });
});
