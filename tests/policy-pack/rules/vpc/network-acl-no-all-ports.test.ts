import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const acl = (props: object) =>
  aws("ec2/networkAcl:NetworkAcl", {
    ingress: [{ cidrBlock: "0.0.0.0/0", action: "allow", ruleNo: 100, ...props }],
  });
const rule = (props: object) =>
  aws("ec2/networkAclRule:NetworkAclRule", {
    networkAclId: "acl-1",
    ruleNumber: 100,
    cidrBlock: "0.0.0.0/0",
    protocol: "-1",
    ...props,
  });

fixtures("network-acl-no-all-ports", {
  pass: {
    "an ACL that admits return traffic": { acl: acl({ protocol: "tcp", fromPort: 1024, toPort: 65535 }) },
    "an ACL that admits everything from a private range": {
      acl: acl({ protocol: "-1", fromPort: 0, toPort: 0, cidrBlock: "10.0.0.0/8" }),
    },
  },
  fail: {
    "an ACL that admits everything": { acl: acl({ protocol: "-1", fromPort: 0, toPort: 0 }) },
    "an ACL that admits all TCP ports": { acl: acl({ protocol: "6", fromPort: 0, toPort: 65535 }) },
  },
  unknown: {
    "an ACL whose protocol is computed": { acl: acl({ protocol: UNKNOWN, fromPort: 0, toPort: 0 }) },
  },
  unset: { "an ACL without rules": ["pass", { acl: aws("ec2/networkAcl:NetworkAcl") }] },
  alias: { "a separate rule that admits everything": { rule: rule({ ruleAction: "allow" }) } },
  notApplicable: { "a rule for traffic out": { rule: rule({ egress: true, ruleAction: "allow" }) } },
});
