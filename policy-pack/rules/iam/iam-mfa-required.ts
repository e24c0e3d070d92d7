import { identityDocuments, ROLES, USER_POLICIES } from "../../aws/identity-policies";
import { tokens } from "../../aws/tokens";
import { type Condition, isLimitedBy } from "../../policy-documents/conditions";
import { givesOnEvery, isAdministrator } from "../../policy-documents/rights";
import type { Statement } from "../../policy-documents/statement";
import { and, not, or, some, truth, type Truth } from "../../reading/truth";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { judgeStatements } from "../../shapes/refused-statements";
import { text } from "../../verdict/text";

const GROUP_POLICIES = tokens("iam/groupPolicy:GroupPolicy");
const PRESENT = "aws:multifactorauthpresent";

/** How long ago the second factor was shown: the key exists only where one was. */
function isYoung({ operator, key, ifExists }: Condition): boolean {
  return key === "aws:multifactorauthage" && operator.startsWith("numericlessthan") && !ifExists;
}

function asksForFactor({ conditions }: Statement): Truth {
  const isPresent = isLimitedBy(conditions, new Set([PRESENT]), (_, value) => value === "true");
  return or(isPresent, truth(conditions.some(isYoung)));
}

/** Whether another statement denies what lacks a second factor. */
function isDeniedWithout(document: readonly Statement[]): Truth {
  return some(document, ({ allows, conditions }) =>
    and(
      not(allows),
      truth(
        conditions.some(
          ({ key, values }) => key === PRESENT && values.every((value) => known(value.string()) === "false"),
        ),
      ),
    ),
  );
}

/** Principals behind which are people: users, and whole accounts, whose users come with their own factor. */
function trustsPeople({ principals, conditions }: Statement): Truth {
  const isForMachines = isLimitedBy(conditions, new Set(["sts:externalid", "aws:principalarn"]));
  const people = some(principals.named, ({ kind, value }) => {
    if (kind === "unknown") return "maybe";
    return truth(kind === "account" && /^(\d{12}|arn:[^:]*:iam::\d{12}:(root|user\/.*))$/.test(value ?? ""));
  });
  return and(people, not(isForMachines));
}

export const control = defineControl({
  id: "IAM-26",
  name: "iam-mfa-required",
  title: "People show a second factor before they use high rights or take a role",
  why: "A password is one leak away from a stranger.",
  fix: "Add a condition Bool aws:MultiFactorAuthPresent true to the statement, or name roles instead of users and whole accounts.",
  severity: "medium",
  enforcement: "advisory",
  types: [...ROLES, ...USER_POLICIES, ...GROUP_POLICIES],
  resource: ({ type, props }) => {
    if (ROLES.includes(type)) {
      return judgeStatements(
        props.at("assumeRolePolicy"),
        (statement) => and(statement.allows, trustsPeople(statement), not(asksForFactor(statement))),
        text`people may take the role without a second factor; required: aws:MultiFactorAuthPresent.`,
      );
    }
    return identityDocuments(type, props).flatMap((document) =>
      judgeStatements(
        document,
        (statement, all) =>
          and(
            or(isAdministrator(statement), givesOnEvery(statement, "iam:*")),
            not(asksForFactor(statement)),
            not(isDeniedWithout(all)),
          ),
        text`high rights are given without a second factor; required: aws:MultiFactorAuthPresent.`,
      ),
    );
  },
  references: {
    securityHub: ["IAM.5", "IAM.19"],
    cis3: ["1.10"],
    nist80053: ["AC-2", "AC-3", "IA-2(1)", "IA-2(2)"],
    wellArchitected: ["SEC02-BP01"],
    awsConfig: ["iam-user-mfa-enabled", "mfa-enabled-for-iam-console-access"],
    prowler: ["iam_user_mfa_enabled_console_access", "iam_administrator_access_with_mfa"],
    trivy: ["AWS-0123", "AWS-0145"],
    pulumi: [
      "AG:mfa-enabled-for-iam-console-access",
      "PB:iam-role-assume-role-mfa-enforcement",
      "PB:iam-policy-mfa-enforcement",
    ],
  },
});
