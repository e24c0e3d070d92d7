import * as assert from "node:assert/strict";

import { renderExceptions } from "../../../policy-pack/report/exceptions";
import { ONE_OF_EACH, urnOf, verdict } from "./specimens";

interface File {
  readonly version: number;
  readonly policies: object;
  readonly exceptions: Readonly<
    Record<string, { reason: string; match: { policies: string[]; targets: string[] }[] }>
  >;
}

const exceptions = (...args: Parameters<typeof renderExceptions>): File =>
  JSON.parse(renderExceptions(...args)) as File;

const exemption = { reason: "written once", owner: "platform", expires: "2027-03-31", ticket: "OPS 7" };

describe("exemptions in the engine's own form", () => {
  it("are those that were used, with who answers for them and until when in the reason", () => {
    const { version, exceptions: given } = exceptions(ONE_OF_EACH);
    assert.equal(version, 2);
    assert.deepEqual(given, {
      "OPS-7-1": {
        reason: "written once (platform, OPS-7, until 2027-03-31)",
        match: [{ policies: ["bucket-versioned"], targets: [urnOf("logs")] }],
      },
    });
  });

  it("name every policy and resource of a record once, and no resource with a policy that it is not exempt from", () => {
    const one = verdict({ exemption });
    const { exceptions: given } = exceptions([
      one,
      { ...one, path: "other" },
      { ...one, urn: urnOf("more") },
      { ...one, policy: "bucket-versioned" },
      verdict({ exemption: { ...exemption, reason: "something else" }, urn: urnOf("third") }),
    ]);
    assert.deepEqual(Object.keys(given), ["OPS-7-1", "OPS-7-2"]);
    assert.deepEqual(given["OPS-7-1"]?.match, [
      { policies: ["bucket-access-logged", "bucket-versioned"], targets: [urnOf("logs")] },
      { policies: ["bucket-access-logged"], targets: [urnOf("more")] },
    ]);
  });

  it("stand beside the settings of the policies, where those are given", () => {
    assert.deepEqual(exceptions([], { all: "mandatory" }), {
      ...{ version: 2, policies: { all: "mandatory" }, exceptions: {} },
    });
  });
});
