import * as assert from "node:assert/strict";

import { RUNTIMES_AS_OF } from "../../../../policy-pack/aws/lambda-runtimes";
import { aws, fixtures, judge, UNKNOWN } from "../../support/fixtures";

const lambda = (props: object) => ({ lambda: aws("lambda/function:Function", { role: "r", ...props }) });

fixtures("function-runtime-supported", {
  pass: {
    "a current runtime": lambda({ runtime: "nodejs24.x" }),
    "a runtime that is newer than the list": lambda({ runtime: "python3.99" }),
    "a runtime of your own": lambda({ runtime: "provided.al2023" }),
  },
  fail: {
    "the first runtimes of .NET": lambda({ runtime: "dotnetcore1.0" }),
    "the second runtimes of .NET": lambda({ runtime: "dotnetcore2.0" }),

    "a runtime whose support has ended": lambda({ runtime: "nodejs20.x" }),
    "a runtime that is long gone": lambda({ runtime: "python2.7" }),
  },
  unknown: { "a runtime that is computed": lambda({ runtime: UNKNOWN }) },
  unset: { "a function without a runtime, which AWS refuses": ["pass", lambda({})] },
  alias: { none: "one token" },
  notApplicable: {
    "a container image": lambda({ packageType: "Image", imageUri: "i" }),
    "a container image that is computed": lambda({ imageUri: UNKNOWN }),
  },
});

describe("the list of unsupported runtimes", () => {
  it("was compared with AWS's within the last year", () => {
    const age = Date.now() - Date.parse(RUNTIMES_AS_OF);
    const days = age / 86_400_000;
    assert.ok(
      days < 365,
      `compare aws/lambda-runtimes.ts with AWS's table; it is ${Math.floor(days)} days old`,
    );
  });

  it("can be replaced", async () => {
    const settings = { properties: { unsupported: ["nodejs22.x"] } };
    const { verdict } = await judge(
      "function-runtime-supported",
      lambda({ runtime: "nodejs22.x" }),
      settings,
    );
    assert.equal(verdict, "fail");
  });
});
