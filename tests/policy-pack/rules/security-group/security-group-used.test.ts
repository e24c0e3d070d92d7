import { aws, fixtures, ref } from "../../support/fixtures";

const group = aws("ec2/securityGroup:SecurityGroup");

fixtures("security-group-used", {
  pass: {
    "a group of an instance": {
      group,
      instance: aws("ec2/instance:Instance", { vpcSecurityGroupIds: [ref("group")] }),
    },
    "a group that is joined by its known id": {
      group: { ...group, outputs: { id: "sg-1" } },
      instance: aws("ec2/instance:Instance", { vpcSecurityGroupIds: ["sg-1"] }),
    },
  },
  fail: {
    "a group that has only rules": {
      group,
      rule: aws("vpc/securityGroupIngressRule:SecurityGroupIngressRule", { securityGroupId: ref("group") }),
    },
    "a group that another group names": {
      group,
      other: aws("ec2/securityGroup:SecurityGroup", { ingress: [{ securityGroups: [ref("group")] }] }),
    },
  },
  unknown: { none: "dependencies are known when values are not" },
  unset: { "a group alone": ["fail", { group }] },
  alias: { none: "one token" },
});
