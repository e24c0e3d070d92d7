import { SUBNETS, VPCS } from "../../aws/subnets";
import { tokens } from "../../aws/tokens";
import { defineControl, type Located, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const FLOW_LOGS = tokens("ec2/flowLog:FlowLog");

function judge(stack: StackIndex, vpc: StackResource): Located {
  const subnets = stack.referrers(vpc, "vpcId", SUBNETS);
  const bySubnet = subnets.map((subnet) => stack.referrers(subnet, "subnetId", FLOW_LOGS).length > 0);
  const isLogged =
    stack.referrers(vpc, "vpcId", FLOW_LOGS).length > 0 || (subnets.length > 0 && bySubnet.every(Boolean));
  if (isLogged) return located(vpc, pass);
  const open = stack.openReferrer(vpc, "vpcId", FLOW_LOGS);
  return located(
    vpc,
    open
      ? undetermined("", open.urn)
      : fail("", text`neither the VPC nor each of its subnets has a flow log.`),
  );
}

export const control = defineControl({
  id: "VPC-02",
  name: "vpc-flow-log",
  title: "Every VPC has a flow log",
  why: "Without flow logs nobody can tell afterwards who talked to whom.",
  fix: "Add an aws.ec2.FlowLog with the VPC's id, or one for each of its subnets.",
  severity: "medium",
  enforcement: "advisory",
  types: VPCS,
  stack: (stack) => stack.ofTypes(VPCS).map((vpc) => judge(stack, vpc)),
  references: {
    securityHub: ["EC2.6"],
    cis3: ["3.7"],
    nist80053: ["AC-4(26)", "AU-12", "AU-2", "AU-3", "AU-6(3)", "AU-6(4)", "CA-7", "SI-7(8)"],
    wellArchitected: ["SEC04-BP01"],
    checkov: ["CKV2_AWS_11"],
    cdkNag: ["AwsSolutions-VPC7", "VPCFlowLogsEnabled"],
    awsConfig: ["vpc-flow-logs-enabled"],
    prowler: ["vpc_flow_logs_enabled"],
    trivy: ["AWS-0178"],
    pulumi: ["PB:vpc-flow-logs", "PB:vpc-subnet-flow-logs"],
  },
});
