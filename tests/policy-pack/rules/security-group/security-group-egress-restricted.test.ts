import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const group = (...egress: readonly object[]) => ({
  group: aws("ec2/securityGroup:SecurityGroup", { egress: [...egress] }),
});
const open = { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] };

fixtures("security-group-egress-restricted", {
  pass: {
    "a group that calls HTTPS anywhere": group({ ...open, protocol: "tcp", fromPort: 443, toPort: 443 }),
    "a group that calls everything in its VPC": group({ ...open, cidrBlocks: ["10.0.0.0/16"] }),
  },
  fail: { "a group that calls everything": group(open) },
  unknown: { "a group whose ports are computed": group({ ...open, protocol: "tcp", fromPort: UNKNOWN }) },
  unset: {
    "a group without rules for traffic out": ["pass", { group: aws("ec2/securityGroup:SecurityGroup") }],
  },
  alias: {
    "a separate rule that opens everything": {
      rule: aws("vpc/securityGroupEgressRule:SecurityGroupEgressRule", {
        ipProtocol: "-1",
        cidrIpv4: "0.0.0.0/0",
      }),
    },
    "a rule of the older kind that opens everything": {
      rule: aws("ec2/securityGroupRule:SecurityGroupRule", { type: "egress", ...open }),
    },
  },
});
