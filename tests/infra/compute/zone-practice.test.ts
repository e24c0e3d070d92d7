import * as assert from "node:assert/strict";

import { zoneProblems, zoneWindow } from "../../../infra/compute/zone-practice";

const at = ["sizes", "frontDoor", "zones"];
const pathsOf = (...args: Parameters<typeof zoneProblems>): readonly string[] =>
  zoneProblems(...args).map(({ path }) => path.slice(2).join("."));

describe("doing without a zone", () => {
  const two = [{ name: "web", minimum: 2 }];
  const one = [...two, { name: "orders", minimum: 1 }];
  const none = { autoshift: false, blockedWindows: [] };

  it("is refused, by name, where nobody may be left of a workload behind the front door", () => {
    assert.deepEqual(zoneProblems(at, { ...none, autoshift: true }, two), []);
    assert.deepEqual(zoneProblems(at, none, one), []);
    const [problem, ...others] = zoneProblems(at, { ...none, autoshift: true }, one);
    assert.deepEqual([problem?.path.at(-1), problem?.given, others], ["autoshift", "true", []]);
    assert.match(problem?.allowed ?? "", /^false, as long as fewer than 2 are left of orders:/);
  });

  it("is practised outside of windows, each of an hour to a day, and none within another", () => {
    const windows = (...blockedWindows: readonly string[]) => ({ ...none, blockedWindows });
    assert.deepEqual(zoneProblems(at, windows("sat:05:00-sun:05:00", "sun:05:00-mon:05:00"), two), []);
    assert.deepEqual(pathsOf(at, windows("Mon:08:00-Mon:20:00"), two), ["zones.blockedWindows.0"]);
    assert.deepEqual(pathsOf(at, windows("mon:08:00-mon:08:30"), two), ["zones.blockedWindows.0"]);
    assert.deepEqual(pathsOf(at, windows("mon:08:00-mon:20:00", "mon:19:00-mon:23:00"), two), [
      "zones.blockedWindows.1",
    ]);
    const many = Array.from({ length: 16 }, (_, hour) => {
      const [from, to] = [hour, hour + 1].map((each) => String(each).padStart(2, "0"));
      return `mon:${from ?? ""}:00-mon:${to ?? ""}:00`;
    });
    assert.deepEqual(pathsOf(at, windows(...many), two), ["zones.blockedWindows"]);
  });

  it("has its windows told to AWS in AWS's own spelling", () => {
    assert.equal(zoneWindow("mon:12:00-tue:05:00"), "Mon:12:00-Tue:05:00");
  });
});
