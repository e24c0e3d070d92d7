import * as assert from "node:assert/strict";
import * as z from "zod";

import { allowedWords, jsonSchemaOf, schemaAt } from "../../../stacks/config/json-schema";

const allowed = (schema: z.ZodType): string => allowedWords(jsonSchemaOf(schema));

describe("allowed values in words", () => {
  it("name the words, the bounds and the unit", () => {
    assert.equal(allowed(z.enum(["a", "b"])), "a, b");
    assert.equal(allowed(z.literal(30)), "30");
    assert.equal(allowed(z.int().min(7).max(30).meta({ unit: "days" })), "a whole number of days, 7 to 30");
    assert.equal(allowed(z.int()), "a whole number");
    assert.equal(allowed(z.number().min(0)), "a number, at least 0");
    assert.equal(allowed(z.number().max(5)), "a number, at most 5");
    assert.equal(allowed(z.boolean()), "true, false");
    assert.equal(allowed(z.array(z.enum(["a"])).length(2)), "a list, exactly 2 of: a");
    assert.equal(allowed(z.strictObject({ a: z.string(), b: z.string() })), "a group of values: a, b");
    assert.equal(allowed(z.union([z.boolean(), z.literal("auto")])), "true, false; or auto");
    assert.equal(allowed(z.string()), "text");
  });

  it("are those that the schema states, where it does", () => {
    assert.equal(allowed(z.string().meta({ allowed: "twelve digits" })), "twelve digits");
  });
});

describe("the schema at a path", () => {
  const schema = jsonSchemaOf(
    z.strictObject({
      zones: z.array(z.strictObject({ id: z.string() })),
      pair: z.tuple([z.string(), z.int()]),
      plan: z.record(z.string(), z.boolean()),
    }),
  );

  it("is found through lists, positions and names", () => {
    assert.equal(schemaAt(schema, ["zones", 3, "id"])?.type, "string");
    assert.equal(schemaAt(schema, ["pair", 1])?.type, "integer");
    assert.equal(schemaAt(schema, ["plan", "anything"])?.type, "boolean");
  });

  it("is none where there is no such place", () => {
    assert.equal(schemaAt(schema, ["zones", "id"]), undefined);
    assert.equal(schemaAt(schema, ["nothing"]), undefined);
  });
});
