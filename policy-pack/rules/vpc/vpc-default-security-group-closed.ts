import { rulesOf } from "../../aws/security-group-rules";
import { VPCS } from "../../aws/subnets";
import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { satelliteExists } from "../../shapes/satellite";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const DEFAULT_GROUPS = tokens("ec2/defaultSecurityGroup:DefaultSecurityGroup");

export const control = defineControl({
  id: "VPC-01",
  name: "vpc-default-security-group-closed",
  title: "The default security group of every VPC is adopted and empty",
  why: "Whatever is launched without a group gets the default one, which lets all its members talk to each other and to anywhere.",
  fix: "Declare an aws.ec2.DefaultSecurityGroup with the VPC's id and without ingress and egress.",
  severity: "high",
  enforcement: "mandatory",
  types: DEFAULT_GROUPS,
  resource: ({ type, props }) => {
    const rules = (["ingress", "egress"] as const).flatMap((direction) => rulesOf(type, props, direction));
    const stated = rules.find(({ place }) => !place.isUnknown);
    if (stated) return fail(stated.place, text`the default security group has a rule; required: none.`);
    return rules[0] ? undetermined(rules[0].place) : pass;
  },
  stack: satelliteExists({
    of: VPCS,
    types: DEFAULT_GROUPS,
    property: "vpcId",
    missing: text`no DefaultSecurityGroup adopts the VPC's default group, so it stays open.`,
  }),
  references: {
    securityHub: ["EC2.2"],
    cis3: ["5.4"],
    nist80053: ["AC-4", "AC-4(21)", "SC-7", "SC-7(11)", "SC-7(16)", "SC-7(21)"],
    wellArchitected: ["SEC05-BP02"],
    checkov: ["CKV2_AWS_12"],
    cdkNag: ["VPCDefaultSecurityGroupClosed"],
    awsConfig: ["vpc-default-security-group-closed"],
    prowler: ["ec2_securitygroup_default_restrict_traffic"],
    trivy: ["AWS-0173"],
  },
});
