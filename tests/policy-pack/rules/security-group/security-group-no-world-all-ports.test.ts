import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { worldFixtures } from "../../support/world-exposure";

fixtures("security-group-no-world-all-ports", worldFixtures(0, 65535));

describe("at the ends of all ports", () => {
  const open = (fromPort: number, toPort: number, block = "0.0.0.0/0") =>
    aws("ec2/securityGroup:SecurityGroup", {
      ingress: [{ protocol: "tcp", fromPort, toPort, cidrBlocks: [block] }],
    });

  fixtures("security-group-no-world-all-ports", {
    pass: {
      "all ports but the first two": { group: open(2, 65_535) },
      "all ports but the last": { group: open(0, 65_534) },
    },
    fail: { "all ports but the one that nobody uses": { group: open(1, 65_535) } },
    unknown: { "all ports for somebody who is computed": { group: open(0, 65_535, UNKNOWN) } },
    unset: { none: "as above" },
    alias: {
      "a default group": {
        group: { ...open(1, 65_535), type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup" },
      },
    },
  });
});
