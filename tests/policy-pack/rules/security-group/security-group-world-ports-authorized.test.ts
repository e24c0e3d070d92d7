import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const group = (...ingress: readonly object[]) => ({
  group: aws("ec2/securityGroup:SecurityGroup", { ingress: [...ingress] }),
});
const open = (fromPort: number, toPort: number, protocol = "tcp") => ({
  fromPort,
  toPort,
  protocol,
  cidrBlocks: ["0.0.0.0/0"],
});

fixtures("security-group-world-ports-authorized", {
  pass: {
    "a group that opens HTTP and HTTPS": group(open(443, 443), open(80, 80)),
    "a group that opens HTTP/3": group(open(443, 443, "udp")),
    "a group that opens another port to a private range": group({
      ...open(8443, 8443),
      cidrBlocks: ["10.0.0.0/8"],
    }),
    "a group that answers pings": group(open(-1, -1, "icmp")),
  },
  fail: {
    "a group that opens another port": group(open(8443, 8443)),
    "a group that opens a range with the authorised port": group(open(443, 444)),
    "a group that opens HTTP over UDP": group(open(80, 80, "udp")),
    "a group that opens everything": group(open(0, 0, "-1")),
  },
  unknown: { "a group whose range is computed": group({ ...open(443, 443), toPort: UNKNOWN }) },
  unset: { "a group without rules": ["pass", { group: aws("ec2/securityGroup:SecurityGroup") }] },
  alias: {
    "a separate rule that opens another port": {
      rule: aws("vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
        securityGroupId: "sg-1",
        ipProtocol: "tcp",
        fromPort: 22,
        toPort: 22,
        cidrIpv6: "::/0",
      }),
    },
  },
});
