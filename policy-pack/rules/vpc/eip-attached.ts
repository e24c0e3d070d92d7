import { tokens } from "../../aws/tokens";
import { defineControl, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const ADDRESSES = tokens("ec2/eip:Eip");

const USERS = tokens("ec2/natGateway:NatGateway", "ec2/eipAssociation:EipAssociation");

function judge(stack: StackIndex, eip: StackResource): Outcome {
  const isSet = ["instance", "networkInterface"].some((name) => !eip.props.at(name).isAbsent);
  if (isSet || stack.dependents(eip).size > 0) return pass;
  const open = stack.openReferrer(eip, "allocationId", USERS);
  return open ? undetermined("", open.urn) : fail("", text`nothing in the stack uses the address.`);
}

export const control = defineControl({
  id: "VPC-21",
  name: "eip-attached",
  title: "Elastic IP addresses are attached to something",
  why: "An address that nothing uses costs money, and may still be trusted somewhere.",
  fix: "Attach the aws.ec2.Eip to a NAT gateway, load balancer, instance or network interface, or remove it.",
  severity: "low",
  enforcement: "advisory",
  types: ADDRESSES,
  stack: (stack) => stack.ofTypes(ADDRESSES).map((eip) => located(eip, judge(stack, eip))),
  references: {
    securityHub: ["EC2.12"],
    nist80053: ["CM-8(1)"],
    wellArchitected: ["COST04-BP02"],
    checkov: ["CKV2_AWS_19"],
    awsConfig: ["eip-attached"],
    prowler: ["ec2_elastic_ip_unassigned"],
    pulumi: ["PB:vpc-eip-associated"],
  },
});
