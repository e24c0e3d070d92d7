import { FUNCTIONS } from "../../aws/functions";
import { defineControl } from "../../registry/control";
import { atLeast } from "../../shapes/property";

interface Parameters {
  readonly subnets: number;
}

export const control = defineControl<Parameters>({
  id: "LMB-05",
  name: "function-in-vpc",
  title: "Functions run in a VPC, in several subnets",
  why: "Only in a VPC do security groups, flow logs and endpoint policies hold for what a function reaches.",
  fix: "Set vpcConfig with subnets of at least two zones. Functions that reach nothing private need none of this.",
  severity: "low",
  enforcement: "disabled",
  types: FUNCTIONS,
  parameters: {
    subnets: { type: "integer", minimum: 2, maximum: 6, default: 2, description: "Fewest subnets." },
  },
  resource: (subject, { parameters }) => atLeast("vpcConfig.subnetIds", parameters.subnets)(subject),
  references: {
    securityHub: ["Lambda.3", "Lambda.5"],
    nist80053: ["AC-3", "AC-4", "AC-6", "CP-10", "SC-36", "SC-7", "SC-7(3)", "SI-13(5)"],
    wellArchitected: ["SEC05-BP01", "REL10-BP01"],
    checkov: ["CKV_AWS_117"],
    cdkNag: ["LambdaInsideVPC"],
    awsConfig: ["lambda-inside-vpc", "lambda-vpc-multi-az-check"],
    prowler: ["awslambda_function_inside_vpc", "awslambda_function_vpc_multi_az"],
    pulumi: ["PB:lambda-vpc-placement-required"],
  },
});
