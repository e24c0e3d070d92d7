import { VPCS } from "../../aws/subnets";
import { defineControl } from "../../registry/control";
import { endpointsExist } from "../../shapes/endpoints";

export const control = defineControl({
  id: "VPC-14",
  name: "vpc-endpoint-ec2",
  title: "Every VPC has an interface endpoint for the EC2 API",
  why: "Without it calls to EC2 leave the VPC through a NAT gateway or not at all.",
  fix: "Add an aws.ec2.VpcEndpoint of type Interface for com.amazonaws.<region>.ec2.",
  severity: "medium",
  enforcement: "advisory",
  types: VPCS,
  stack: (stack) => endpointsExist(stack, ["ec2"]),
  references: {
    securityHub: ["EC2.10"],
    nist80053: ["AC-4", "SC-7"],
    wellArchitected: ["SEC05-BP02"],
    awsConfig: ["service-vpc-endpoint-enabled"],
    prowler: ["vpc_endpoint_for_ec2_enabled"],
  },
});
