import { INTERNET_GATEWAYS, VPCS } from "../../aws/subnets";
import { tokens } from "../../aws/tokens";
import { defineControl, type Located, located } from "../../registry/control";
import { known } from "../../reading/view";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly authorizedVpcs: readonly string[];
}

const ATTACHMENTS = tokens("ec2/internetGatewayAttachment:InternetGatewayAttachment");

function judge(stack: StackIndex, from: StackResource, authorized: readonly string[]): Outcome {
  const vpcId = from.props.at("vpcId");
  if (vpcId.isAbsent) return notApplicable("The gateway is not attached here");
  if (authorized.length === 0) return notApplicable("No list of authorised VPCs is configured");
  const { found } = stack.targets(from, "vpcId", VPCS);
  const names = [...found.map(({ name }) => name), known(vpcId.string()) ?? []].flat();
  if (names.length === 0) return undetermined(vpcId);
  const other = text`the VPC is not among the authorised ones.`;
  return names.some((name) => authorized.includes(name)) ? pass : fail(vpcId, other);
}

function judgeAll(stack: StackIndex, authorized: readonly string[]): readonly Located[] {
  return stack
    .ofTypes([...INTERNET_GATEWAYS, ...ATTACHMENTS])
    .map((resource) => located(resource, judge(stack, resource, authorized)));
}

export const control = defineControl<Parameters>({
  id: "VPC-09",
  name: "internet-gateway-authorized-vpc",
  title: "Internet gateways are attached to authorised VPCs only",
  why: "A gateway is the door of a VPC; which VPCs may have one is a decision.",
  fix: "Remove the gateway, or add the VPC to the control's authorizedVpcs.",
  severity: "low",
  enforcement: "advisory",
  types: [...INTERNET_GATEWAYS, ...ATTACHMENTS],
  parameters: {
    authorizedVpcs: {
      type: "array",
      items: { type: "string" },
      default: [],
      description:
        "Logical names or ids of VPCs that may have an internet gateway; without any, nothing is asked.",
    },
  },
  stack: (stack, { parameters }) => judgeAll(stack, parameters.authorizedVpcs),
  references: {
    nist80053: ["AC-4", "SC-7"],
    wellArchitected: ["SEC05-BP01"],
    awsConfig: ["internet-gateway-authorized-vpc-only"],
    pulumi: ["PB:internet-gateway-authorized-vpc"],
  },
});
