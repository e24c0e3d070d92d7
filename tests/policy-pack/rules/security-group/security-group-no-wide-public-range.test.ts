import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

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
