import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import {
  envelopeParts,
  envelopeTransformer,
  eventPattern,
  eventType,
} from "../../../infra/integration/envelope";

describe("the envelope of events", () => {
  it("holds id, type, time and data, and says neither account nor Region", () => {
    const { inputPaths, inputTemplate } = envelopeTransformer();
    assert.deepEqual(envelopeParts, ["id", "type", "time", "data"]);
    assert.equal(inputTemplate, '{"id":<id>,"type":<type>,"time":<time>,"data":<data>}');
    assert.deepEqual(Object.keys(inputPaths), envelopeParts);
    for (const path of Object.values(inputPaths)) assert.doesNotMatch(path, /account|region|resources/);
  });

  it("is made of events that come from their producers, by a pattern that depends on no order", () => {
    const wanted = fc.record({
      type: fc.constantFrom("a.v1", "b.v1", "c.v2"),
      producer: fc.constantFrom("x", "y"),
    });
    fc.assert(
      fc.property(fc.array(wanted, { minLength: 1 }), (events) => {
        const pattern = JSON.parse(eventPattern(events)) as Record<string, string[]>;
        assert.deepEqual(new Set(pattern.source), new Set(events.map(({ producer }) => producer)));
        assert.deepEqual(new Set(pattern["detail-type"]), new Set(events.map(({ type }) => type)));
        assert.equal(eventPattern([...events].reverse()), eventPattern(events));
      }),
    );
    assert.equal(eventType("order-placed", 2), "order-placed.v2");
  });
});
