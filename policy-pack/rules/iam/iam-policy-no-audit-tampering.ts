import { givesUnscoped } from "../../policy-documents/action-catalogue";
import { defineControl } from "../../registry/control";
import { identityPolicies } from "../../shapes/identity-policies";
import { text } from "../../verdict/text";

/** Actions that end, narrow or redirect what is recorded of an account. */
const SWITCH_OFF = new Set([
  "access-analyzer:deleteanalyzer",
  "cloudtrail:deleteeventdatastore",
  "cloudtrail:deletetrail",
  "cloudtrail:puteventselectors",
  "cloudtrail:stopeventdatastoreingestion",
  "cloudtrail:stoplogging",
  "cloudtrail:updatetrail",
  "config:deleteconfigurationrecorder",
  "config:deletedeliverychannel",
  "config:stopconfigurationrecorder",
  "ec2:deleteflowlogs",
  "guardduty:deletedetector",
  "guardduty:disassociatefromadministratoraccount",
  "guardduty:updatedetector",
  "securityhub:disablesecurityhub",
]);

export const control = defineControl({
  id: "IAM-12",
  name: "iam-policy-no-audit-tampering",
  title: "Policies do not allow switching off what records and detects",
  why: "The first thing that an intruder does is to stop the recording.",
  fix: "Leave these actions to the deployment of the account, and name the trail or detector where they are needed.",
  severity: "high",
  enforcement: "mandatory",
  ...identityPolicies(
    () => (statement) => givesUnscoped(statement, SWITCH_OFF),
    text`a statement allows switching off recording or detection; required: none of these actions on every resource.`,
  ),
  references: {
    nist80053: ["AC-6", "AU-9", "AU-9(4)"],
    wellArchitected: ["SEC03-BP02", "SEC04-BP01"],
    prowler: ["iam_policy_no_full_access_to_cloudtrail", "iam_inline_policy_no_full_access_to_cloudtrail"],
  },
});
