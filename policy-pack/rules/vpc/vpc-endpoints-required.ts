import { VPCS } from "../../aws/subnets";
import { defineControl } from "../../registry/control";
import { endpointsExist } from "../../shapes/endpoints";

interface Parameters {
  readonly services: readonly string[];
}

export const control = defineControl<Parameters>({
  id: "VPC-15",
  name: "vpc-endpoints-required",
  title: "Every VPC has the interface endpoints that are asked for",
  why: "Images, parameters and sessions then travel inside AWS, under an endpoint policy, and without NAT charges.",
  fix: "Add an aws.ec2.VpcEndpoint of type Interface for each service, or shorten the control's list.",
  severity: "medium",
  enforcement: "advisory",
  types: VPCS,
  parameters: {
    services: {
      type: "array",
      items: { type: "string" },
      default: ["ecr.api", "ecr.dkr", "ssm", "ssm-contacts", "ssm-incidents"],
      description: "Services, as in the last part of the endpoint's service name.",
    },
  },
  stack: (stack, { parameters }) => endpointsExist(stack, parameters.services),
  references: {
    securityHub: ["EC2.55", "EC2.56", "EC2.57", "EC2.58", "EC2.60"],
    nist80053: ["AC-4", "SC-7"],
    wellArchitected: ["SEC05-BP02"],
  },
});
