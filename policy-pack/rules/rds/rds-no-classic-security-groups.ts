import { INSTANCES } from "../../aws/databases";
import { tokens } from "../../aws/tokens";
import { isSet } from "../../reading/set";
import { defineControl } from "../../registry/control";
import { eachOf } from "../../shapes/elements";
import type { View } from "../../reading/view";
import { fail, type Outcome, pass } from "../../verdict/outcome";
import { key, text } from "../../verdict/text";

const OPTION_GROUPS = tokens("rds/optionGroup:OptionGroup");

function isEmpty(props: View, property: string): Outcome {
  const place = props.at(property);
  const required = text`${key(property)} names groups of EC2-Classic; required: security groups of the VPC.`;
  return isSet(place) ? fail(place, required) : pass;
}

export const control = defineControl({
  id: "RDS-37",
  name: "rds-no-classic-security-groups",
  title: "No database uses the security groups of EC2-Classic",
  why: "They date from a network without VPCs. Today's provider has no resource for them; older programs and option groups still name them.",
  fix: "Use vpcSecurityGroupIds, and vpcSecurityGroupMemberships in options.",
  severity: "low",
  enforcement: "advisory",
  types: [...INSTANCES, ...OPTION_GROUPS],
  resource: (subject) =>
    INSTANCES.includes(subject.type)
      ? isEmpty(subject.props, "securityGroupNames")
      : eachOf("options", ({ props }) => isEmpty(props, "dbSecurityGroupMemberships"))(subject),
  references: {
    nist80053: ["AC-4", "SC-7"],
    wellArchitected: ["SEC05-BP02"],
    checkov: ["CKV_AWS_198"],
    cdkNag: ["AwsSolutions-RDS8"],
    awsConfig: ["rds-db-security-group-not-allowed"],
  },
});
