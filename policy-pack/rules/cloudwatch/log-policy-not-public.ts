import { tokens } from "../../aws/tokens";
import { isPublic } from "../../policy-documents/exposure";
import { defineControl } from "../../registry/control";
import { resourcePolicies } from "../../shapes/resource-policies";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "CW-19",
  name: "log-policy-not-public",
  title: "No policy of CloudWatch Logs allows everyone",
  why: "A stranger could write false events into your logs, or send you logs without end.",
  fix: "Name services or accounts as principals, or add a condition on aws:SourceAccount, aws:PrincipalOrgID or the like.",
  severity: "high",
  enforcement: "mandatory",
  ...resourcePolicies(
    {
      policyDocument: tokens("cloudwatch/logResourcePolicy:LogResourcePolicy"),
      accessPolicy: tokens("cloudwatch/logDestinationPolicy:LogDestinationPolicy"),
    },
    () => isPublic,
    text`a statement allows everyone, without a condition that says who.`,
  ),
  references: {
    nist80053: ["AC-3", "AC-6", "AU-9"],
    wellArchitected: ["SEC03-BP07", "SEC04-BP02"],
    prowler: ["cloudwatch_log_group_not_publicly_accessible"],
  },
});
