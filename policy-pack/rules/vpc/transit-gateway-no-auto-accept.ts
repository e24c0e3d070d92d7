import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "VPC-24",
  name: "transit-gateway-no-auto-accept",
  title: "Transit gateways do not accept shared attachments by themselves",
  why: "Any account that the gateway is shared with could join its VPC to yours.",
  fix: "Set autoAcceptSharedAttachments to disable.",
  severity: "high",
  enforcement: "mandatory",
  types: tokens("ec2transitgateway/transitGateway:TransitGateway"),
  resource: oneOf("autoAcceptSharedAttachments", ["disable"], "disable"),
  references: {
    securityHub: ["EC2.23"],
    nist80053: ["AC-4(21)", "CA-9(1)", "CM-2"],
    wellArchitected: ["SEC05-BP02"],
    checkov: ["CKV_AWS_331"],
    awsConfig: ["ec2-transit-gateway-auto-vpc-attach-disabled"],
    prowler: ["ec2_transitgateway_auto_accept_vpc_attachments"],
  },
});
