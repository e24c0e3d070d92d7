import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const group = (props: object) => aws("ec2/securityGroup:SecurityGroup", { ...props });
const rule = aws("vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
  securityGroupId: ref("group"),
  ipProtocol: "tcp",
});
const inline = [{ protocol: "tcp", fromPort: 443, toPort: 443, self: true }];

fixtures("security-group-rules-not-mixed", {
  pass: {
    "a group with separate rules": { group: group({}), rule },
    "a group with inline rules": { group: group({ ingress: inline }) },
    "a group with inline rules of the other direction": { group: group({ egress: inline }), rule },
  },
  fail: { "a group with both": { group: group({ ingress: inline }), rule } },
  unknown: { "a group whose inline rules are computed": { group: group({ ingress: UNKNOWN }), rule } },
  unset: {
    "a group that the engine shows with unset rules as unknown": [
      "pass",
      { group: { ...group({}), outputs: { ingress: UNKNOWN, egress: UNKNOWN } }, rule },
    ],
  },
  alias: {
    "a default group with both": {
      group: { ...group({ ingress: inline }), type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup" },
      rule,
    },
  },
});
