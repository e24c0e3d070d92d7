import { STACK, tokens } from "../../aws/tokens";
import { defineControl, located } from "../../registry/control";
import { oneOf } from "../../shapes/property";
import { fail, pass } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly owned: boolean;
}

const OPTIONS = tokens("ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions");

export const control = defineControl<Parameters>({
  id: "VPC-10",
  name: "vpc-block-public-access",
  title: "VPC Block Public Access blocks traffic through internet gateways",
  why: "It is the one switch that no route table and no security group can undo.",
  fix: "Set internetGatewayBlockMode of aws.ec2.VpcBlockPublicAccessOptions to block-bidirectional or block-ingress.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    private: { severity: "high", enforcement: "mandatory" },
  },
  types: OPTIONS,
  parameters: {
    owned: {
      type: "boolean",
      default: false,
      description: "This stack owns the setting, which a Region of an account has once: it must be there.",
    },
  },
  resource: oneOf("internetGatewayBlockMode", ["block-bidirectional", "block-ingress"]),
  stack: (stack, { parameters }) => {
    if (!parameters.owned) return [];
    const exists = stack.ofTypes(OPTIONS).length > 0;
    const missing = text`this stack owns VPC Block Public Access and does not set it.`;
    return stack.ofTypes([STACK]).map((root) => located(root, exists ? pass : fail("", missing)));
  },
  references: {
    securityHub: ["EC2.172"],
    nist80053: ["AC-4", "SC-7"],
    wellArchitected: ["SEC05-BP01"],
  },
});
