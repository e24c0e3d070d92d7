import { isPublic } from "../../aws/policy-reach";
import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { noStatement } from "../../shapes/policy-statements";
import { text } from "../../verdict/text";

const RESOURCE_POLICIES = tokens("cloudwatch/logResourcePolicy:LogResourcePolicy");
const DESTINATION_POLICIES = tokens("cloudwatch/logDestinationPolicy:LogDestinationPolicy");

export const control = defineControl({
  id: "CW-19",
  name: "log-policy-not-public",
  title: "No policy of CloudWatch Logs allows everyone",
  why: "A stranger could write false events into your logs, or send you logs without end.",
  fix: "Name services or accounts as principals, or add a condition on aws:SourceAccount, aws:PrincipalOrgID or the like.",
  severity: "high",
  enforcement: "mandatory",
  types: [...RESOURCE_POLICIES, ...DESTINATION_POLICIES],
  resource: ({ type, props }) => {
    const policy = props.at(RESOURCE_POLICIES.includes(type) ? "policyDocument" : "accessPolicy");
    return noStatement(
      policy,
      isPublic,
      text`a statement allows everyone, without a condition that says who.`,
    );
  },
  references: {
    nist80053: ["AC-3", "AC-6", "AU-9"],
    wellArchitected: ["SEC03-BP07", "SEC04-BP02"],
    prowler: ["cloudwatch_log_group_not_publicly_accessible"],
  },
});
