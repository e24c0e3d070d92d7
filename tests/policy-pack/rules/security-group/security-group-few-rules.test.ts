import * as assert from "node:assert/strict";

import { aws, fixtures, judge, ref, UNKNOWN } from "../../support/fixtures";

const group = (ingress: unknown) => aws("ec2/securityGroup:SecurityGroup", { ingress });
const rule = (...cidrBlocks: readonly string[]) => ({
  protocol: "tcp",
  fromPort: 443,
  toPort: 443,
  cidrBlocks: [...cidrBlocks],
});
const separate = aws("ec2/securityGroupRule:SecurityGroupRule", {
  type: "egress",
  securityGroupId: ref("group"),
  ...rule("10.0.0.0/8"),
});

fixtures("security-group-few-rules", {
  pass: {
    "as many rules, of which one has a source that is computed": {
      group: group([rule("10.1.0.0/16"), rule(UNKNOWN)]),
    },
    "a group with as many rules as may be": { group: group([rule("10.1.0.0/16"), rule("10.2.0.0/16")]) },
  },
  fail: {
    "too many rules beside one that is computed": {
      group: group([rule("10.1.0.0/16"), rule("10.2.0.0/16"), rule("10.3.0.0/16"), UNKNOWN]),
    },
    "rules without ranges, which count as well": {
      group: group([
        { protocol: "tcp", fromPort: 1, toPort: 1, self: true },
        { protocol: "tcp", fromPort: 2, toPort: 2, self: true },
        { protocol: "tcp", fromPort: 3, toPort: 3, self: true },
      ]),
    },
    "a group with one rule of too many ranges": {
      group: group([rule("10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16")]),
    },
    "a group with one separate rule too many": {
      group: group([rule("10.1.0.0/16"), rule("10.2.0.0/16")]),
      separate,
    },
  },
  unknown: {
    "as many rules as may be beside some that are computed": {
      group: aws("ec2/securityGroup:SecurityGroup", {
        ingress: UNKNOWN,
        egress: [rule("10.1.0.0/16"), rule("10.2.0.0/16")],
      }),
    },
    "a group whose rules are computed": { group: group(UNKNOWN) },
  },
  unset: { "a group without rules": ["pass", { group: aws("ec2/securityGroup:SecurityGroup") }] },
  alias: {
    "a default group with too many": {
      group: {
        ...group([rule("10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16")]),
        type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
      },
    },
  },
  settings: { properties: { most: 2 } },
});

describe("security-group-few-rules as it comes", () => {
  it("takes fifty rules for few, and one more for many", async () => {
    const rules = Array.from({ length: 51 }, (_, port) => ({
      ...rule("10.0.0.0/8"),
      fromPort: port,
      toPort: port,
    }));
    const verdict = async (count: number): Promise<string> =>
      (await judge("security-group-few-rules", { group: group(rules.slice(0, count)) })).verdict;
    assert.deepEqual([await verdict(50), await verdict(51)], ["pass", "fail"]);
  });
});
