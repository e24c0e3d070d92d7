import { SEPARATE_RULES } from "../../aws/security-group-rules";
import { STACK, tokens } from "../../aws/tokens";
import { defineControl, located } from "../../registry/control";
import { fail, pass } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const GROUPS = tokens("ec2/securityGroup:SecurityGroup");
const NO_USE = new Set([...GROUPS, ...SEPARATE_RULES, STACK]);

export const control = defineControl({
  id: "SG-11",
  name: "security-group-used",
  title: "Every security group is used by something",
  why: "An unused group is waiting to be attached by mistake.",
  fix: "Attach the group, or remove it.",
  severity: "low",
  enforcement: "advisory",
  types: GROUPS,
  stack: (stack) =>
    stack.ofTypes(GROUPS).map((group) => {
      const isUsed = [...stack.dependents(group)].some(({ type }) => !NO_USE.has(type));
      return located(
        group,
        isUsed
          ? pass
          : fail("", text`nothing in the stack is in the group; other groups and rules do not count.`),
      );
    }),
  references: {
    securityHub: ["EC2.22"],
    nist80053: ["CM-8(1)"],
    wellArchitected: ["SEC05-BP02"],
    checkov: ["CKV2_AWS_5"],
    awsConfig: ["ec2-security-group-attached-to-eni", "ec2-security-group-attached-to-eni-periodic"],
    prowler: ["ec2_securitygroup_not_used"],
    pulumi: ["PB:vpc-security-group-associated-to-eni"],
  },
});
