import * as assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { runInNewContext } from "node:vm";

import { visitProgram, visitSeconds } from "../../../infra/compute/front-door-visit";

type Answer = number | "silence" | "refusal";
interface Program {
  readonly handler: () => Promise<string>;
}

/** The program of a visit, in a world whose front door gives these answers, one after the other. */
function visit(answers: readonly Answer[]): { readonly program: Program; readonly asked: string[] } {
  const asked: string[] = [];
  const get = (url: string, _options: unknown, answered: (answer: object) => void): EventEmitter => {
    const answer = answers[asked.length];
    asked.push(url);
    const request = Object.assign(new EventEmitter(), {
      destroy: (error: Error) => request.emit("error", error),
    });
    setImmediate(() => {
      if (answer === "silence") request.emit("timeout");
      else if (answer === "refusal") request.emit("error", new Error("certificate has expired"));
      else answered({ statusCode: answer, resume: () => undefined });
    });
    return request;
  };
  const exported: { exports: Partial<Program> } = { exports: {} };
  runInNewContext(visitProgram("shop.example.com"), {
    ...{ require: () => ({ get }), exports: exported.exports, Error, Promise },
  });
  const { handler } = exported.exports;
  assert.ok(handler !== undefined);
  return { program: { handler }, asked };
}

describe("a visit to the front door", () => {
  for (const status of [200, 302, 403, 404]) {
    it(`is satisfied with ${status}: somebody answered`, async () => {
      const { program, asked } = visit([status]);
      assert.equal(await program.handler(), `answered ${status}`);
      assert.deepEqual(asked, ["https://shop.example.com/"]);
    });
  }

  for (const [trouble, answer, message] of [
    ["a server's error", 503, /503/],
    ["silence", "silence", /within 10 seconds/],
    ["a certificate that is no longer valid", "refusal", /expired/],
  ] as const) {
    it(`fails by ${trouble}, after three attempts`, async () => {
      const { program, asked } = visit([answer, answer, answer, 200]);
      await assert.rejects(program.handler(), message);
      assert.equal(asked.length, 3);
    });
  }

  it("does not fail by trouble that passes", async () => {
    const { program } = visit([503, "silence", 200]);
    assert.equal(await program.handler(), "answered 200");
  });

  it("has time for all its attempts", () => {
    assert.ok(visitSeconds >= 3 * 10 + 15, String(visitSeconds));
  });
});
