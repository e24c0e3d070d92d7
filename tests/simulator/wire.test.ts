import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import * as wire from "../../simulator/wire";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const outputValue = (content: wire.WireObject): wire.WireObject => ({
  [SIGNATURE]: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
  ...content,
});

// google-protobuf cannot decode a property called __proto__; AWS has none.
const properties = fc
  .dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }))
  .map((value) => JSON.parse(JSON.stringify(value)) as wire.WireObject)
  .filter((value) => !JSON.stringify(value).includes("__proto__"));

describe("simulator/wire", () => {
  it("encodes any JSON object and decodes it again unchanged", () => {
    fc.assert(
      fc.property(properties, (value) => {
        assert.deepEqual(JSON.parse(JSON.stringify(wire.fromStruct(wire.toStruct(value)))), value);
      }),
    );
  });

  it("decodes a missing message as no properties", () => {
    assert.deepEqual(wire.fromStruct(undefined), {});
  });

  it("sees an unknown whether it is bare, typed, secret or the value of an output", () => {
    assert.ok(wire.isUnknown(wire.UNKNOWN));
    assert.ok(wire.isUnknown("6a19a0b0-7e62-4c92-b797-7f8e31da9cc2"));
    assert.ok(wire.isUnknown(wire.secret(wire.UNKNOWN)));
    assert.ok(wire.isUnknown(outputValue({ dependencies: [] })));
    assert.ok(!wire.isUnknown(outputValue({ value: null })));
    assert.ok(!wire.isUnknown(undefined));
  });

  it("tells an unknown list from a list with an unknown element", () => {
    assert.ok(!wire.isUnknown([wire.UNKNOWN]));
    assert.ok(wire.containsUnknown([{ id: wire.UNKNOWN }]));
    assert.ok(!wire.containsUnknown([{ id: "known" }]));
  });

  it("wraps a secret once and takes every envelope off", () => {
    const once = wire.secret("hidden");
    assert.ok(wire.isSecret(once));
    assert.deepEqual(wire.secret(once), once);
    assert.deepEqual(wire.revealSecrets({ list: [once, outputValue({ value: 1, secret: true })] }), {
      list: ["hidden", 1],
    });
  });

  it("replaces output envelopes by their value, unknown or secret", () => {
    const known = outputValue({ value: { a: outputValue({ value: 1 }) }, dependencies: ["urn"] });
    assert.deepEqual(wire.plain([known, outputValue({}), outputValue({ value: "s", secret: true })]), [
      { a: 1 },
      wire.UNKNOWN,
      wire.secret("s"),
    ]);
  });

  it("shows neither secrets nor sentinels to people", () => {
    const shown = wire.maskSecrets({
      password: wire.secret({ text: "hidden" }),
      output: outputValue({ value: "hidden", secret: true }),
      id: wire.UNKNOWN,
      name: "shown",
    });
    assert.deepEqual(shown, { password: "[secret]", output: "[secret]", id: "[unknown]", name: "shown" });
  });

  it("refers to a resource with an id only where there is one", () => {
    const reference = wire.resourceReference("urn:component");
    assert.ok(wire.isResourceReference(reference));
    assert.ok(!("id" in reference));
    assert.equal(wire.resourceReference("urn:vpc", "vpc-1", "7.43.0").packageVersion, "7.43.0");
  });
});
