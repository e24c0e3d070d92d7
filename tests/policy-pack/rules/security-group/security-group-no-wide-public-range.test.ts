import * as assert from "node:assert/strict";

import { aws, fixtures, judge, UNKNOWN } from "../../support/fixtures";

const group = (...cidrBlocks: readonly string[]) => ({
  group: aws("ec2/securityGroup:SecurityGroup", {
    ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: [...cidrBlocks] }],
  }),
});

fixtures("security-group-no-wide-public-range", {
  pass: {
    "a narrow public range of IPv6": {
      group: aws("ec2/securityGroup:SecurityGroup", {
        ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, ipv6CidrBlocks: ["2600:1f18::/127"] }],
      }),
    },
    "a private range": group("10.0.0.0/8"),
    "a narrow public range": group("52.10.20.0/24"),
    "the world, which is another control's": group("0.0.0.0/0"),
    "a single address that is listed": group("52.99.1.7/32"),
  },
  fail: {
    "a single public address of IPv6": {
      group: aws("ec2/securityGroup:SecurityGroup", {
        ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, ipv6CidrBlocks: ["2600:1f18::1/128"] }],
      }),
    },
    "half the internet": group("0.0.0.0/1"),
    "a very wide public range": group("52.0.0.0/8"),
    "a single public address": group("52.10.20.30/32"),
  },
  unknown: { "a range that is computed": group(UNKNOWN) },
  unset: { "a group without rules": ["pass", { group: aws("ec2/securityGroup:SecurityGroup") }] },
  alias: {
    "a separate rule with a wide IPv6 range": {
      rule: aws("vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        cidrIpv6: "2600::/20",
      }),
    },
  },
  settings: { properties: { allowedRanges: ["52.99.0.0/16", "198.51.100.0/24"] } },
});

describe("security-group-no-wide-public-range as it comes", () => {
  it("takes ranges of IPv4 from /24 and of IPv6 from /48 for narrow", async () => {
    const verdict = async (cidr: string): Promise<string> => {
      const rule = { protocol: "tcp", fromPort: 443, toPort: 443 };
      const blocks = cidr.includes(":") ? { ipv6CidrBlocks: [cidr] } : { cidrBlocks: [cidr] };
      const group = aws("ec2/securityGroup:SecurityGroup", { ingress: [{ ...rule, ...blocks }] });
      return (await judge("security-group-no-wide-public-range", { group })).verdict;
    };
    assert.deepEqual([await verdict("52.10.20.0/24"), await verdict("52.10.20.0/23")], ["pass", "fail"]);
    assert.deepEqual([await verdict("2600:1f18::/48"), await verdict("2600:1f18::/47")], ["pass", "fail"]);
  });
});
