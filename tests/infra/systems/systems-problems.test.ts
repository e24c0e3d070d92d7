import * as assert from "node:assert/strict";

import { Systems, type SystemsArgs } from "../../../infra/systems";
import { systemsProblems } from "../../../infra/systems/settings";
import { systemsArgs } from "./arguments";

const { sessions, patching } = systemsArgs;
const [dev, ...others] = patching.rings;
assert.ok(dev !== undefined);
const withDev = (differences: Partial<typeof dev>): Partial<SystemsArgs> => ({
  patching: { ...patching, rings: [{ ...dev, ...differences }, ...others] },
});

const problems = (differences: Partial<SystemsArgs>): readonly string[] =>
  systemsProblems({ ...systemsArgs, ...differences }).map(({ path }) => path.join("."));

describe("what Systems Manager refuses", () => {
  it("is nothing of good arguments", () => {
    assert.deepEqual(problems({}), []);
  });

  const wrong: readonly (readonly [path: string, differences: Partial<SystemsArgs>])[] = [
    ["sessions.idleMinutes", { sessions: { ...sessions, idleMinutes: 61 } }],
    ["sessions.maximumMinutes", { sessions: { ...sessions, maximumMinutes: 1441 } }],
    ["sessions.retentionDays", { sessions: { ...sessions, retentionDays: 89 } }],
    ["sessions.runAs", { sessions: { ...sessions, runAs: "root" } }],
    ["patching.operatingSystems", { patching: { ...patching, operatingSystems: [] } }],
    ["patching.operatingSystems", { patching: { ...patching, operatingSystems: ["windows", "windows"] } }],
    ["patching.severeAfterDays", { patching: { ...patching, severeAfterDays: -1 } }],
    ["patching.otherAfterDays", { patching: { ...patching, severeAfterDays: 5, otherAfterDays: 4 } }],
    ["patching.rings.0.soakDays", withDev({ soakDays: 0 })],
    ["patching.rings.0.region", withDev({ region: "eu-central-1" })],
    ["patching.rings.0.window", withDev({ window: "tue:03:00-tue:03:30" })],
    ["patching.rings", { patching: { ...patching, rings: others } }],
    ["patching.rings.4.environment", { patching: { ...patching, rings: [...patching.rings, dev] } }],
    ["adopt.us-east-1", { adopt: { "us-east-1": { sessionPreferences: true } } }],
  ];
  for (const [path, differences] of wrong) {
    it(`is ${path} of ${JSON.stringify(differences).slice(0, 70)}`, () => {
      assert.deepEqual(problems(differences), [path]);
    });
  }

  it("is a Region that nobody guards, and rings that wait longer than AWS can", () => {
    const rings = patching.rings.map((ring) => ({ ...ring, soakDays: 60 }));
    const many = Array.from({ length: 6 }, (_, at) => ({ ...dev, environment: `more${at}`, soakDays: 60 }));
    assert.deepEqual(problems({ patching: { ...patching, rings: [...rings, ...many] } }), ["patching.rings"]);
    assert.ok(problems({ regions: ["eu-west-1"] }).includes("patching.rings.3.region"));
  });

  it("tells all of it at once, and what is allowed", () => {
    const bad = {
      ...systemsArgs,
      sessions: { ...sessions, idleMinutes: 0, runAs: "root" },
      patching: { ...patching, rings: others },
    };
    assert.throws(
      () => new Systems("systems", bad),
      /3 mistakes[\s\S]*idleMinutes[\s\S]*not root[\s\S]*a ring for dev too/,
    );
  });
});
