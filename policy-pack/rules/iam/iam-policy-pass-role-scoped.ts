import { isLimitedBy } from "../../policy-documents/conditions";
import { isNarrowed, isOnEvery } from "../../policy-documents/rights";
import { selects, type Statement } from "../../policy-documents/statement";
import { and, not, or, type Truth } from "../../reading/truth";
import { defineControl } from "../../registry/control";
import { identityPolicies } from "../../shapes/identity-policies";
import { text } from "../../verdict/text";

interface Parameters {
  readonly requireService: boolean;
}

const PASSED_TO = "iam:passedtoservice";

function passesAnyRole(statement: Statement): Truth {
  // The service that a role is passed to says nothing of which role.
  const conditions = statement.conditions.filter(({ key }) => key !== PASSED_TO);
  return and(isOnEvery(statement.resources, "iam"), not(isNarrowed({ ...statement, conditions })));
}

function passesToAnyService({ conditions }: Statement): Truth {
  return not(isLimitedBy(conditions, new Set([PASSED_TO])));
}

export const control = defineControl<Parameters>({
  id: "IAM-09",
  name: "iam-policy-pass-role-scoped",
  title: "iam:PassRole names the roles that may be passed",
  why: "Whoever may pass any role to a service that runs code has the rights of all roles.",
  fix: "Name the ARNs of the roles in Resource, and the service in a condition on iam:PassedToService.",
  severity: "high",
  enforcement: "mandatory",
  parameters: {
    requireService: {
      type: "boolean",
      default: false,
      description: "Ask for a condition on iam:PassedToService, too, where the roles are named.",
    },
  },
  ...identityPolicies<Parameters>(
    ({ requireService }) =>
      (statement) =>
        and(
          statement.allows,
          selects(statement.actions, "iam:passrole"),
          or(passesAnyRole(statement), requireService ? passesToAnyService(statement) : "no"),
        ),
    text`a statement lets roles be passed without limit; required: named roles, and the service where it is asked for.`,
  ),
  references: {
    nist80053: ["AC-3", "AC-6", "AC-6(1)"],
    wellArchitected: ["SEC03-BP02"],
    trivy: ["AWS-0342"],
  },
});
