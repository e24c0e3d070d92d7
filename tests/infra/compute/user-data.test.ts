import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";

import * as fc from "fast-check";

import { userData } from "../../../infra/compute/user-data";

/** Settings as a shell reads them from the part of the script between its two marks. */
function readBack(script: string, name: string): string {
  const settings = /<<'END-OF-SETTINGS'\n(.*)\nEND-OF-SETTINGS\n/s.exec(script)?.[1] ?? "";
  return execFileSync("bash", ["-c", `${settings}\nprintf %s "$${name}"`], { encoding: "utf8" });
}

describe("the script of an instance's first start", () => {
  it("passes settings on as they are, whatever stands in them", () => {
    const value = fc.stringMatching(/^[ -~]{0,40}$/);
    fc.assert(
      fc.property(value, (given) => {
        const script = userData({ agentParameter: "/dev/agent", settings: { GIVEN: given } });
        assert.equal(readBack(script, "GIVEN"), given);
      }),
      { numRuns: 40 },
    );
  });

  it("is the same for the same settings in any order, so that instances are not replaced for nothing", () => {
    const agentParameter = "/dev/agent";
    assert.equal(
      userData({ agentParameter, settings: { ONE: "1", TWO: "2" } }),
      userData({ agentParameter, settings: { TWO: "2", ONE: "1" } }),
    );
  });

  it("refuses a setting that could end its line", () => {
    const settings = { GIVEN: "one\nEND-OF-SETTINGS\nrm -rf /" };
    assert.throws(() => userData({ agentParameter: "/dev/agent", settings }), /one is allowed/);
  });

  it("stops at the first command that fails", () => {
    assert.match(
      userData({ agentParameter: "/dev/agent", settings: {} }),
      /^#!\/bin\/bash\nset -euo pipefail\n/,
    );
  });
});
