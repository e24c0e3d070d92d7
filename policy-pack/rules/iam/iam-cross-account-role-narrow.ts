import {
  identityDocuments,
  inlinePoliciesOf,
  MANAGED_POLICIES,
  ROLE_POLICIES,
  ROLES,
} from "../../aws/identity-policies";
import {
  attachedPolicies,
  policyName,
  ROLE_ATTACHMENTS,
  SHARED_ATTACHMENTS,
} from "../../aws/policy-attachments";
import { isForStrangers, knownAccounts } from "../../policy-documents/exposure";
import { isAdministrator } from "../../policy-documents/rights";
import { statementsOf } from "../../policy-documents/statement";
import { or, some, truth, type Truth } from "../../reading/truth";
import { defineControl, type Located, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly trustedAccounts: readonly string[];
}

/** Policies of AWS that read, or write, everything. */
const WIDE = new Set(["AdministratorAccess", "PowerUserAccess", "ReadOnlyAccess"]);

/** Whether a role of the stack has rights over everything, by what AWS keeps or by what the program writes. */
function isWide(stack: StackIndex, role: StackResource): Truth {
  const attachments = [
    role,
    ...stack.referrers(role, "role", ROLE_ATTACHMENTS),
    ...stack.referrers(role, "roles", SHARED_ATTACHMENTS),
  ];
  const byAws = attachments
    .flatMap((each) => attachedPolicies(stack, each))
    .map(({ awsManaged, isOpen }): Truth => {
      if (isOpen) return "maybe";
      return truth(awsManaged !== undefined && WIDE.has(policyName(awsManaged)));
    });
  const own = [
    ...attachments.flatMap((each) => stack.targets(each, "policyArn", MANAGED_POLICIES).found),
    ...stack.targets(role, "managedPolicyArns", MANAGED_POLICIES).found,
    ...stack.referrers(role, "role", ROLE_POLICIES),
  ].flatMap(({ type, props }) => identityDocuments(type, props));
  const statements = [...own, ...inlinePoliciesOf(role.props)].flatMap((document) => statementsOf(document));
  return or(...byAws, some(statements, isAdministrator));
}

function judge(stack: StackIndex, role: StackResource, trusted: readonly string[]): Located {
  const trust = role.props.at("assumeRolePolicy");
  const document = statementsOf(trust);
  const accounts = knownAccounts(document, trusted);
  const strangers = some(document, (statement) => isForStrangers(statement, accounts));
  const wide = strangers === "no" ? "no" : isWide(stack, role);
  if (strangers === "no" || wide === "no") return located(role, pass);
  if (strangers === "maybe" || wide === "maybe") return located(role, undetermined(trust));
  return located(
    role,
    fail(trust, text`another account may take a role with rights over everything; required: named actions.`),
  );
}

export const control = defineControl<Parameters>({
  id: "IAM-28",
  name: "iam-cross-account-role-narrow",
  title: "Roles for other accounts do not read or write everything",
  why: "An intruder in the other account then has yours, too.",
  fix: "Give the role the actions that the other account needs, or list the account in the control's trustedAccounts.",
  severity: "medium",
  enforcement: "advisory",
  types: ROLES,
  parameters: {
    trustedAccounts: {
      type: "array",
      items: { type: "string" },
      default: [],
      description: "Numbers of accounts of your own.",
    },
  },
  stack: (stack, { parameters }) =>
    stack.ofTypes(ROLES).map((role) => judge(stack, role, parameters.trustedAccounts)),
  references: {
    nist80053: ["AC-3", "AC-4", "AC-6"],
    wellArchitected: ["SEC03-BP09"],
    prowler: ["iam_role_cross_account_readonlyaccess_policy"],
  },
});
