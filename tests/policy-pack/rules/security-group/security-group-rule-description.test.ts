import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const group = (props: object) => ({ group: aws("ec2/securityGroup:SecurityGroup", { ...props }) });
const rule = { protocol: "tcp", fromPort: 443, toPort: 443, self: true };

fixtures("security-group-rule-description", {
  pass: {
    "a separate rule that says what it is for": {
      rule: aws("vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
        ipProtocol: "tcp",
        description: "From the balancer",
      }),
    },

    "a group whose rules say what they are for": group({
      ingress: [{ ...rule, description: "From the balancer" }],
    }),
  },
  fail: {
    "a group with a rule that says nothing": group({
      ingress: [{ ...rule, description: "From the balancer" }],
      egress: [rule],
    }),
  },
  unknown: {
    "a rule whose description is computed": group({ ingress: [{ ...rule, description: UNKNOWN }] }),
    "a group whose rules are computed": group({ ingress: UNKNOWN }),
  },
  unset: { "a group without rules": ["pass", group({})] },
  alias: {
    "a separate rule that says nothing": {
      rule: aws("vpc/securityGroupEgressRule:SecurityGroupEgressRule", { ipProtocol: "tcp" }),
    },
    "a rule of the older kind that says nothing": {
      rule: aws("ec2/securityGroupRule:SecurityGroupRule", { ...rule, type: "ingress" }),
    },
  },
});
