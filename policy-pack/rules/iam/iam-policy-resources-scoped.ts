import { actionsOf, holdsOne } from "../../policy-documents/action-catalogue";
import { isNarrowed, isOnEverything } from "../../policy-documents/rights";
import type { Statement } from "../../policy-documents/statement";
import { and, not, type Truth } from "../../reading/truth";
import { defineControl } from "../../registry/control";
import { identityPolicies } from "../../shapes/identity-policies";
import { text } from "../../verdict/text";

const SCOPABLE = actionsOf("read", "write", "permissions");

function isUnscoped(statement: Statement): Truth {
  const { allows, actions, resources } = statement;
  return and(allows, isOnEverything(resources), not(isNarrowed(statement)), holdsOne(actions, SCOPABLE));
}

export const control = defineControl({
  id: "IAM-03",
  name: "iam-policy-resources-scoped",
  title: "Policies name resources for actions that can be limited to them",
  why: "An action on * reaches everything of its kind, today's and tomorrow's.",
  fix: "Put the ARNs that are meant in place of the star, or add a condition on them; keep actions that know no resource in a statement of their own.",
  severity: "medium",
  enforcement: "advisory",
  ...identityPolicies(
    () => isUnscoped,
    text`a statement allows actions on * that can be limited to resources; required: their ARNs.`,
  ),
  references: {
    nist80053: ["AC-3", "AC-6"],
    wellArchitected: ["SEC03-BP02"],
    checkov: ["CKV_AWS_355", "CKV_AWS_356"],
    cdkNag: ["AwsSolutions-IAM5"],
    trivy: ["AWS-0057"],
    pulumi: ["PB:iam-policy-least-privilege"],
  },
});
