import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import {
  type ContractLock,
  contractProblems,
  emptyLock,
  type LockedContract,
  lockContracts,
} from "../../../infra/integration/contract-lock";
import type { EventSchema } from "../../../infra/integration/integration-args";

const types = ["string", "number", "boolean", "integer"] as const;
const leaf = fc.oneof(
  fc.record({ type: fc.constantFrom(...types) }),
  fc.record({
    type: fc.constant("string"),
    enum: fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 }),
  }),
);
const property = fc.oneof(
  leaf,
  fc.record({ type: fc.constant("array"), items: leaf }),
  fc.record({
    type: fc.constant("object"),
    properties: fc.dictionary(fc.constantFrom("street", "city"), leaf),
  }),
);
const schemas: fc.Arbitrary<EventSchema> = fc
  .dictionary(fc.constantFrom("number", "total", "lines", "address"), property, { minKeys: 1 })
  .chain((properties) =>
    fc.record({
      type: fc.constant("object" as const),
      properties: fc.constant(properties),
      required: fc.subarray(Object.keys(properties)),
    }),
  );
const first = fc.record({ version: fc.constant(1), schema: schemas });
const names = fc.constantFrom("order-placed", "price-changed", "customer-changed");
const catalogues = fc.dictionary(names, first, { minKeys: 1 });

const locked = (events: Readonly<Record<string, LockedContract>>): ContractLock =>
  lockContracts(events, emptyLock);
const paths = (events: Readonly<Record<string, LockedContract>>, lock: ContractLock): string[] =>
  contractProblems(events, lock).map(({ path }) => path.join("."));

describe("the lock of contracts", () => {
  it("accepts what it holds, and stays as it is", () => {
    fc.assert(
      fc.property(catalogues, (events) => {
        assert.deepEqual(contractProblems(events, locked(events)), []);
        assert.deepEqual(lockContracts(events, locked(events)), locked(events));
      }),
    );
  });

  it("does not depend on the order in which anything is written", () => {
    fc.assert(
      fc.property(catalogues, (events) => {
        const turned = Object.fromEntries(Object.entries(events).reverse());
        assert.equal(JSON.stringify(locked(turned)), JSON.stringify(locked(events)));
      }),
    );
  });

  it("keeps every published version, also of events that are gone", () => {
    fc.assert(
      fc.property(catalogues, schemas, (events, schema) => {
        const next = Object.fromEntries(Object.keys(events).map((name) => [name, { version: 2, schema }]));
        assert.deepEqual(contractProblems(next, locked(events)), []);
        const lock = lockContracts(next, locked(events));
        for (const [name, contract] of Object.entries(events)) {
          assert.deepEqual(lock.events[name], { "1": contract.schema, "2": schema });
        }
        assert.deepEqual(lockContracts({}, lock), lock);
      }),
    );
  });

  it("finds every property that is gone or has another type, and says where", () => {
    fc.assert(
      fc.property(schemas, (schema) => {
        const [name] = Object.keys(schema.properties);
        assert.ok(name !== undefined);
        const lock = locked({ "order-placed": { version: 1, schema } });
        const place = `catalogue.events.order-placed.schema.properties.${name}`;
        const { [name]: gone, ...properties } = schema.properties;
        const changed = { ...properties, [name]: { ...gone, type: "null" } };
        const found = (now: EventSchema["properties"]): string[] =>
          paths({ "order-placed": { version: 1, schema: { ...schema, properties: now } } }, lock);
        assert.ok(found(properties).includes(place));
        assert.ok(found(changed).includes(`${place}.type`));
      }),
    );
  });

  it("lets a new property in that no event has to have, and refuses one that all have to have", () => {
    fc.assert(
      fc.property(schemas, property, (schema, more) => {
        const lock = locked({ "order-placed": { version: 1, schema } });
        const properties = { ...schema.properties, added: more };
        const optional = { "order-placed": { version: 1, schema: { ...schema, properties } } };
        assert.deepEqual(paths(optional, lock), []);
        const kept = lockContracts(optional, lock).events["order-placed"]?.["1"];
        assert.deepEqual(kept?.properties.added, more);
        const required = [...schema.required, "added"];
        assert.deepEqual(
          paths({ "order-placed": { version: 1, schema: { ...schema, properties, required } } }, lock),
          ["catalogue.events.order-placed.schema.required"],
        );
      }),
    );
  });

  it("refuses what old or new readers would not understand, with its place in the schema", () => {
    const of = (
      properties: EventSchema["properties"],
      required: readonly string[] = ["state"],
    ): EventSchema => ({
      type: "object",
      properties,
      required,
    });
    const state = { type: "string", enum: ["open", "closed"] };
    const lines = { type: "array", items: { type: "object", properties: { sku: { type: "string" } } } };
    const lock = locked({ order: { version: 1, schema: of({ state, lines }) } });
    const found = (schema: EventSchema): string[] =>
      paths({ order: { version: 1, schema } }, lock).map((path) =>
        path.replace("catalogue.events.order.schema.", ""),
      );

    assert.deepEqual(found(of({ state: { ...state, enum: ["open"] }, lines })), ["properties.state.enum"]);
    assert.deepEqual(found(of({ state: { ...state, enum: ["closed", "open", "lost"] }, lines })), [
      "properties.state.enum",
    ]);
    assert.deepEqual(found(of({ state: { ...state, maxLength: 3 }, lines })), ["properties.state.maxLength"]);
    assert.deepEqual(found(of({ state, lines }, [])), ["required"]);
    assert.deepEqual(found(of({ state, lines: { ...lines, items: { type: "object", properties: {} } } })), [
      "properties.lines.items.properties.sku",
    ]);
    assert.deepEqual(found(of({ state: { ...state, description: "How far it is" }, lines })), []);
    assert.deepEqual(found(of({ state: { ...state, enum: ["closed", "open"] }, lines })), []);
  });

  it("takes versions one by one", () => {
    const schema: EventSchema = { type: "object", properties: {}, required: [] };
    const lock = locked({ order: { version: 1, schema } });
    assert.deepEqual(paths({ order: { version: 2, schema } }, lock), []);
    assert.deepEqual(paths({ order: { version: 3, schema } }, lock), ["catalogue.events.order.version"]);
    assert.deepEqual(paths({ quote: { version: 2, schema } }, lock), ["catalogue.events.quote.version"]);
  });

  it("lets a version that was published stay beside the next one, as it was, and no other", () => {
    fc.assert(
      fc.property(catalogues, schemas, (events, schema) => {
        const lock = locked(events);
        const both = Object.fromEntries(
          Object.entries(events).map(([name, before]) => [
            name,
            { version: 2, schema, earlier: { "1": before.schema } },
          ]),
        );
        assert.deepEqual(contractProblems(both, lock), []);
        const next = lockContracts(both, lock);
        for (const [name, before] of Object.entries(events)) {
          assert.deepEqual(next.events[name], { "1": before.schema, "2": schema });
        }
      }),
    );
    const schema: EventSchema = { type: "object", properties: { number: { type: "string" } }, required: [] };
    const changed: EventSchema = { ...schema, properties: { number: { type: "integer" } } };
    const lock = locked({ order: { version: 1, schema } });
    const beside = (earlier: Readonly<Record<string, EventSchema>>): string[] =>
      paths({ order: { version: 2, schema, earlier } }, lock);
    assert.deepEqual(beside({ "1": changed }), ["catalogue.events.order.earlier.1.properties.number.type"]);
    assert.deepEqual(beside({ "0": schema }), ["catalogue.events.order.earlier.0"]);
  });

  it("is never written over with a breaking change", () => {
    const schema: EventSchema = { type: "object", properties: { number: { type: "string" } }, required: [] };
    const broken = { order: { version: 1, schema: { ...schema, properties: {} } } };
    assert.throws(
      () => lockContracts(broken, locked({ order: { version: 1, schema } })),
      /catalogue\.events\.order\.schema\.properties\.number/,
    );
  });
});
