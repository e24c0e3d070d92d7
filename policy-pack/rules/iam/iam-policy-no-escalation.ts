import { identityDocuments, IDENTITY_POLICIES, ROLES } from "../../aws/identity-policies";
import { grantsOf } from "../../aws/role-grants";
import { openPaths } from "../../policy-documents/escalation";
import { type Statement, statementsOf } from "../../policy-documents/statement";
import type { View } from "../../reading/view";
import { defineControl, type Located, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { list, setting, text } from "../../verdict/text";

/** Every path is told, so that an exemption can name one; of many, the first ones. */
const MOST_TOLD = 5;

function judge(documents: readonly View[], place: View): readonly Outcome[] {
  const statements = documents.flatMap((document): readonly Statement[] => statementsOf(document));
  const paths = openPaths(statements);
  const certain = paths.filter(({ isOpen }) => isOpen === "yes").slice(0, MOST_TOLD);
  if (certain.length > 0) {
    return certain.map(({ actions }) => {
      const together = list(actions.map(setting));
      return fail(place, text`${together} on any resource lead to more rights.`, actions.join("+"));
    });
  }
  const unknown = documents.find((document) => document.document().firstUnknown());
  return [paths.length > 0 ? undetermined(unknown ?? place) : pass];
}

/** A role is told of what its documents open together and none of them opens alone. */
function judgeRole(stack: StackIndex, role: StackResource): readonly Located[] {
  const { documents } = grantsOf(stack, role);
  const isOpen = (given: readonly View[]) =>
    judge(given, role.props).some(({ verdict }) => verdict === "fail");
  if (documents.length < 2 || documents.some((document) => isOpen([document]))) return [];
  return judge(documents, role.props)
    .filter(({ verdict }) => verdict === "fail")
    .map((outcome) => located(role, outcome));
}

export const control = defineControl({
  id: "IAM-04",
  name: "iam-policy-no-escalation",
  title: "Policies do not lead to more rights than they give",
  why: "An identity that can change policies, or run code under another role, has in truth the rights of that other role.",
  fix: "Name the resources of these actions, such as the roles for iam:PassRole, or deny them beyond a permissions boundary.",
  severity: "high",
  enforcement: "mandatory",
  types: IDENTITY_POLICIES,
  resource: ({ type, props }) => {
    const documents = identityDocuments(type, props);
    if (documents.length === 0) return notApplicable("The role has no policy inline");
    return documents.flatMap((document) => judge([document], document));
  },
  stack: (stack) => stack.ofTypes(ROLES).flatMap((role) => judgeRole(stack, role)),
  references: {
    nist80053: ["AC-2", "AC-3", "AC-5", "AC-6", "AC-6(10)"],
    wellArchitected: ["SEC03-BP02"],
    checkov: ["CKV_AWS_110", "CKV_AWS_286"],
    prowler: ["iam_policy_allows_privilege_escalation", "iam_inline_policy_allows_privilege_escalation"],
  },
});
