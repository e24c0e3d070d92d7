import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { fail } from "../../verdict/outcome";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "VPC-04",
  name: "vpc-default-not-used",
  title: "The default VPC and its subnets are not used",
  why: "The default VPC gives every instance a public address and has no private subnet.",
  fix: "Build a VPC of your own and remove aws.ec2.DefaultVpc and aws.ec2.DefaultSubnet.",
  severity: "medium",
  enforcement: "advisory",
  types: tokens("ec2/defaultVpc:DefaultVpc", "ec2/defaultSubnet:DefaultSubnet"),
  resource: () => fail("", text`the program uses the default VPC or one of its subnets.`),
  references: {
    nist80053: ["SC-7"],
    wellArchitected: ["SEC05-BP01"],
    checkov: ["CKV_AWS_148"],
    trivy: ["AWS-0101"],
  },
});
