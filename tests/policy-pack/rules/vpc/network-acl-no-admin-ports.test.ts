import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const world = { cidrBlock: "0.0.0.0/0", protocol: "tcp" };
const acl = (...ingress: readonly object[]) => aws("ec2/networkAcl:NetworkAcl", { ingress: [...ingress] });
const allow = (ruleNo: number, fromPort: number, toPort: number) => ({
  ...world,
  action: "allow",
  ruleNo,
  fromPort,
  toPort,
});
const rule = (props: object) =>
  aws("ec2/networkAclRule:NetworkAclRule", {
    networkAclId: ref("acl"),
    ruleAction: "allow",
    ...world,
    ...props,
  });

fixtures("network-acl-no-admin-ports", {
  pass: {
    "an ACL that denies first by number, though it is written last": {
      acl: acl(allow(100, 1024, 65535), { ...allow(90, 3389, 3389), action: "deny" }),
    },
    "an ACL that admits HTTPS": { acl: acl(allow(100, 443, 443)) },
    "an ACL that admits a private range": { acl: acl({ ...allow(100, 22, 22), cidrBlock: "10.0.0.0/8" }) },
    "an ACL that denies the port before it allows the range": {
      acl: acl({ ...allow(90, 3389, 3389), action: "deny" }, allow(100, 1024, 65535)),
    },
    "separate rules of which an earlier one denies": {
      acl: acl(),
      deny: rule({ ruleAction: "deny", ruleNumber: 90, fromPort: 3389, toPort: 3389 }),
      allow: rule({ ruleNumber: 100, fromPort: 1024, toPort: 65535 }),
    },
  },
  fail: {
    "an ACL that admits FTP": { acl: acl(allow(100, 21, 21)) },
    "an ACL that admits the data of FTP": { acl: acl(allow(100, 20, 20)) },

    "an ACL that admits SSH": { acl: acl(allow(100, 22, 22)) },
    "a rule that admits SSH to an ACL of another stack": {
      rule: rule({ networkAclId: "acl-1", ruleNumber: 100, fromPort: 22, toPort: 22 }),
    },
    "an ACL that admits SSH over IPv6": {
      acl: acl({
        protocol: "6",
        action: "allow",
        ruleNo: 1,
        fromPort: 22,
        toPort: 22,
        ipv6CidrBlock: "::/0",
      }),
    },
    "an ACL that admits SSH from two halves of the world": {
      acl: acl(
        { ...allow(1, 22, 22), cidrBlock: "0.0.0.0/1" },
        { ...allow(2, 22, 22), cidrBlock: "128.0.0.0/1" },
      ),
    },
    "an ACL that denies too late": {
      acl: acl(allow(100, 1024, 65535), { ...allow(200, 3389, 3389), action: "deny" }),
    },
    "separate rules that admit a range with an administration port": {
      acl: acl(),
      allow: rule({ ruleNumber: 100, fromPort: 1024, toPort: 65535 }),
    },
  },
  unknown: {
    "an ACL that admits a range that is computed": {
      acl: acl({ ...allow(100, 22, 22), cidrBlock: UNKNOWN }),
    },
    "an ACL whose rules are computed": { acl: aws("ec2/networkAcl:NetworkAcl", { ingress: UNKNOWN }) },
  },
  unset: { "an ACL without rules": ["pass", { acl: aws("ec2/networkAcl:NetworkAcl") }] },
  alias: {
    "a separate rule that admits SSH": {
      rule: rule({ networkAclId: "acl-1", ruleNumber: 1, fromPort: 22, toPort: 22 }),
    },
    "a default ACL that admits everything": {
      acl: aws("ec2/defaultNetworkAcl:DefaultNetworkAcl", {
        ingress: [{ ...allow(100, 0, 0), protocol: "-1" }],
      }),
    },
  },
});
