import { ROLES } from "../../aws/identity-policies";
import { isPublic } from "../../policy-documents/exposure";
import type { Statement } from "../../policy-documents/statement";
import { and, or, some, truth, type Truth } from "../../reading/truth";
import { defineControl } from "../../registry/control";
import { judgeStatements } from "../../shapes/refused-statements";
import { text } from "../../verdict/text";

/** Whether services are trusted by a pattern. AWS refuses most of these, but not in every place. */
function trustsFamily({ allows, principals }: Statement): Truth {
  return and(
    allows,
    some(principals.named, ({ kind, value }) =>
      truth((kind === "service" || kind === "federated") && (value?.includes("*") ?? false)),
    ),
  );
}

export const control = defineControl({
  id: "IAM-14",
  name: "iam-role-trust-named-principals",
  title: "Roles trust named principals, not everyone",
  why: "A role that everyone may take gives its rights to every AWS account.",
  fix: "Name the service, the role or the account in Principal, or add a condition on aws:PrincipalOrgID.",
  severity: "high",
  enforcement: "mandatory",
  types: ROLES,
  resource: ({ props }) =>
    judgeStatements(
      props.at("assumeRolePolicy"),
      (statement, document) => or(isPublic(statement, document), trustsFamily(statement)),
      text`the role trusts everyone, or a whole family of services; required: named principals.`,
    ),
  references: {
    nist80053: ["AC-2", "AC-3", "AC-6"],
    wellArchitected: ["SEC03-BP07"],
    checkov: ["CKV_AWS_60", "CKV_AWS_61"],
    prowler: ["iam_no_custom_policy_permissive_role_assumption"],
  },
});
