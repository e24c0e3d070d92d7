import * as assert from "node:assert/strict";

import * as fc from "fast-check";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { AnalyzeRequest } from "@pulumi/pulumi/proto/analyzer_pb";

import { EncodedStruct } from "../../../preview/policy/encoded-struct";
import { toStruct, type WireObject } from "../../../simulator/wire";

/** Texts of every script, save the one key that the library loses. */
const key = fc.string({ unit: "grapheme" }).filter((text) => text !== "__proto__");

/** Property values of every kind and size, within one another. */
const { properties } = fc.letrec<{ value: WireObject[string]; properties: WireObject }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: "medium" },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true }),
    fc.string({ unit: "grapheme", maxLength: 300 }),
    fc.array(tie("value")),
    tie("properties"),
  ),
  properties: fc.dictionary(key, tie("value"), { noNullPrototype: true }),
}));

describe("properties encoded at once", () => {
  it("are what the library writes, byte by byte", () => {
    fc.assert(
      fc.property(properties, (given) => {
        const asked = (struct: Struct): Uint8Array =>
          new AnalyzeRequest().setUrn("urn").setProperties(struct).serializeBinary();
        assert.deepEqual(asked(new EncodedStruct(given)), asked(toStruct(given)));
      }),
    );
  });

  it("have room for one value of any size", () => {
    const given = { text: "é".repeat(100_000), after: [1, { deep: "x".repeat(5000) }] };
    assert.deepEqual(
      Struct.deserializeBinary(new EncodedStruct(given).serializeBinary()).toJavaScript(),
      given,
    );
  });
});
