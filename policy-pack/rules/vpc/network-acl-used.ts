import { tokens } from "../../aws/tokens";
import { defineControl, type Located, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const ACLS = tokens("ec2/networkAcl:NetworkAcl");
const ASSOCIATIONS = tokens("ec2/networkAclAssociation:NetworkAclAssociation");

function judge(stack: StackIndex, acl: StackResource): Located {
  const subnetIds = acl.props.at("subnetIds");
  if (!subnetIds.isEmpty || stack.referrers(acl, "networkAclId", ASSOCIATIONS).length > 0)
    return located(acl, pass);
  const open = stack.openReferrer(acl, "networkAclId", ASSOCIATIONS);
  return located(
    acl,
    open ? undetermined(subnetIds, open.urn) : fail(subnetIds, text`no subnet uses the ACL.`),
  );
}

export const control = defineControl({
  id: "VPC-13",
  name: "network-acl-used",
  title: "Every network ACL belongs to a subnet",
  why: "An ACL without subnets protects nothing and misleads whoever reads it.",
  fix: "Set subnetIds, add an aws.ec2.NetworkAclAssociation, or remove the ACL.",
  severity: "low",
  enforcement: "advisory",
  types: ACLS,
  stack: (stack) => stack.ofTypes(ACLS).map((acl) => judge(stack, acl)),
  references: {
    securityHub: ["EC2.16"],
    nist80053: ["CM-8(1)"],
    wellArchitected: ["SEC05-BP02"],
    checkov: ["CKV2_AWS_1"],
    awsConfig: ["vpc-network-acl-unused-check"],
    prowler: ["ec2_networkacl_unused"],
    pulumi: ["PB:vpc-network-acl-unused"],
  },
});
