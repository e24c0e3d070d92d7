import * as assert from "node:assert/strict";
import * as z from "zod";

import { decode } from "../../../stacks/config/decode";

const shape = {
  text: z.string(),
  word: z.enum(["1", "one"]).optional(),
  program: z.literal("workload"),
  count: z.int().default(1),
  group: z.strictObject({ on: z.boolean() }),
};

describe("decoding", () => {
  it("leaves text as it is, even where it looks like something else", () => {
    assert.deepEqual(decode({ text: "1000", word: "1", program: "true" }, shape), {
      text: "1000",
      word: "1",
      program: "true",
    });
  });

  it("reads everything else as JSON", () => {
    assert.deepEqual(decode({ count: "3", group: '{"on":true}' }, shape), { count: 3, group: { on: true } });
  });

  it("leaves what is no JSON for the schema to refuse, unknown keys too", () => {
    assert.deepEqual(decode({ count: "three", other: "x" }, shape), { count: "three", other: "x" });
  });
});
