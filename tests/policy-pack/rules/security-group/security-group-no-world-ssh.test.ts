import * as assert from "node:assert/strict";

import { aws, fixtures, judge } from "../../support/fixtures";
import { worldFixtures } from "../../support/world-exposure";

fixtures("security-group-no-world-ssh", worldFixtures(22, 22));

describe("security-group-no-world-ssh", () => {
  it("says nothing of the ports beside its own", async () => {
    for (const port of [21, 23]) {
      const rule = { protocol: "tcp", fromPort: port, toPort: port, cidrBlocks: ["0.0.0.0/0"] };
      const group = aws("ec2/securityGroup:SecurityGroup", { ingress: [rule] });
      assert.equal((await judge("security-group-no-world-ssh", { group })).verdict, "pass", String(port));
    }
  });
});
