import * as assert from "node:assert/strict";

import { compute } from "./fine-programs/compute";
import { identity } from "./fine-programs/identity";
import { network } from "./fine-programs/network";
import { storage } from "./fine-programs/storage";
import { onTheWire, type Program } from "./support/fixtures";
import { sharedPack } from "./support/pack-process";

/** Programs, and parts of programs, in which nothing of weight is wrong. What a part leaves out is no alarm of weight. */
const programs = { ...storage, ...network, ...identity, ...compute };

/** The grave alarms that a program raises under the pack's own settings, by control and place. */
async function alarms(program: Program): Promise<readonly string[]> {
  const pack = await sharedPack();
  await pack.configure({});
  pack.verdicts();
  const resources = onTheWire(program);
  for (const resource of resources) await pack.analyze(resource);
  await pack.analyzeStack(resources);
  return pack
    .verdicts()
    .filter(({ verdict, severity }) => verdict === "fail" && ["critical", "high"].includes(severity))
    .map(
      ({ control, urn, path, message }) => `${control} ${urn.split("::").at(-1) ?? ""} ${path}: ${message}`,
    );
}

describe("programs that are fine", () => {
  before("the pack is compiled and started", async function () {
    this.timeout(180_000);
    await sharedPack();
  });

  it("are at least forty", () => {
    assert.ok(Object.keys(programs).length >= 40, String(Object.keys(programs).length));
  });

  for (const [title, program] of Object.entries(programs)) {
    it(`raise no alarm: ${title}`, async () => {
      assert.deepEqual(await alarms(program), []);
    });
  }
});
