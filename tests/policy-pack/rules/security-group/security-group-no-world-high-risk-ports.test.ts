import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { worldFixtures } from "../../support/world-exposure";

fixtures("security-group-no-world-high-risk-ports", worldFixtures(5432, 6379));

describe("at the ends of a range of ports", () => {
  const open = (fromPort: number, toPort: number) => ({
    group: aws("ec2/securityGroup:SecurityGroup", {
      ingress: [{ protocol: "tcp", fromPort, toPort, cidrBlocks: ["0.0.0.0/0"] }],
    }),
  });

  fixtures("security-group-no-world-high-risk-ports", {
    pass: {
      "ports below all of them": open(1, 19),
      "a port between two of them": open(22, 22),
      "ports above all of them": open(50_000, 60_000),
    },
    fail: {
      "a range that begins with one": open(21, 22),
      "a range that ends with one": open(18, 20),
      "the first of them": open(20, 20),
      "the second of them": open(21, 21),
    },
    unknown: {
      "a range that is computed": {
        group: aws("ec2/securityGroup:SecurityGroup", {
          ingress: [{ protocol: "tcp", fromPort: 20, toPort: 21, cidrBlocks: [UNKNOWN] }],
        }),
      },
    },
    unset: { none: "as above" },
    alias: {
      "a default group": {
        group: { ...open(20, 21).group, type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup" },
      },
    },
  });
});
