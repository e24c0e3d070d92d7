import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const vpc = aws("ec2/vpc:Vpc");
const group = (props: object) =>
  aws("ec2/defaultSecurityGroup:DefaultSecurityGroup", { vpcId: ref("vpc"), ...props });

fixtures("vpc-default-security-group-closed", {
  pass: {
    "a VPC whose default group is adopted and empty": { vpc, group: group({ ingress: [], egress: [] }) },
    "the same where another VPC exists": {
      vpc,
      group: group({}),
      other: aws("ec2/vpc:Vpc"),
      too: aws("ec2/defaultSecurityGroup:DefaultSecurityGroup", { vpcId: ref("other") }),
    },
  },
  fail: {
    "a VPC whose default group nobody adopts": { vpc },
    "a default group with a rule": {
      vpc,
      group: group({ ingress: [{ protocol: "-1", self: true, fromPort: 0, toPort: 0 }] }),
    },
    "a second VPC whose default group nobody adopts": { vpc, group: group({}), other: aws("ec2/vpc:Vpc") },
  },
  unknown: {
    "a default group whose rules are computed": { vpc, group: group({ egress: UNKNOWN }) },
    "a VPC beside a default group that cannot be joined": {
      vpc,
      group: aws("ec2/defaultSecurityGroup:DefaultSecurityGroup", { vpcId: UNKNOWN }),
    },
  },
  unset: { "a default group without rules": ["pass", { vpc, group: group({}) }] },
  alias: { none: "one token" },
});
