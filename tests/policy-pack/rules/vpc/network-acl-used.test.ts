import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const acl = (props: object) => aws("ec2/networkAcl:NetworkAcl", { ...props });

fixtures("network-acl-used", {
  pass: {
    "an ACL with subnets": { acl: acl({ subnetIds: [UNKNOWN] }) },
    "an ACL with an association": {
      acl: acl({}),
      link: aws("ec2/networkAclAssociation:NetworkAclAssociation", {
        networkAclId: ref("acl"),
        subnetId: "subnet-1",
      }),
    },
    "an ACL whose list of subnets is computed": { acl: acl({ subnetIds: UNKNOWN }) },
  },
  fail: { "an ACL with an empty list": { acl: acl({ subnetIds: [] }) } },
  unknown: {
    "an ACL beside an association that cannot be joined": {
      acl: acl({}),
      link: aws("ec2/networkAclAssociation:NetworkAclAssociation", {
        networkAclId: UNKNOWN,
        subnetId: "subnet-1",
      }),
    },
  },
  unset: { "an ACL without subnets": ["fail", { acl: acl({}) }] },
  alias: { none: "one token" },
});
