import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { described } from "../../shapes/description";

export const control = defineControl({
  id: "SG-09",
  name: "security-group-description",
  title: "Security groups say what they are for",
  why: "A group cannot be renamed later, and a group that nobody understands is never cleaned up.",
  fix: "Set description to who may reach what; it cannot be changed without replacing the group.",
  severity: "low",
  enforcement: "advisory",
  types: tokens("ec2/securityGroup:SecurityGroup"),
  resource: described,
  references: {
    nist80053: ["CM-3"],
    wellArchitected: ["OPS01-BP06"],
    checkov: ["CKV_AWS_23"],
    cdkNag: ["AwsSolutions-EC27"],
    trivy: ["AWS-0099"],
    pulumi: ["CP:ec2-securitygroup-missing-description"],
  },
});
