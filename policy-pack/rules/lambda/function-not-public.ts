import { isWildcard, statementsOf } from "../../aws/policy-document";
import { tokens } from "../../aws/tokens";
import { known, type View } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const PERMISSIONS = tokens("lambda/permission:Permission");
const POLICIES = tokens("lambda/resourcePolicy:ResourcePolicy");

/** What narrows a permission for everyone down to someone. */
const NARROWING = ["sourceArn", "sourceAccount", "principalOrgId", "eventSourceToken"];
const BORDERS = [
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourcevpce",
  "lambda:eventsourcetoken",
];

function narrows(place: View): boolean {
  return place.isUnknown || !["", "*"].includes(known(place.string()) ?? "");
}

function judgePermission(permission: View): Outcome {
  const principal = permission.at("principal");
  if (NARROWING.some((name) => narrows(permission.at(name)))) return pass;
  if (principal.isUnknown) return undetermined(principal);
  return isWildcard(principal)
    ? fail(principal, text`everyone may invoke the function; required: a principal or a source.`)
    : pass;
}

function judgePolicy(policy: View): Outcome {
  const document = policy.document();
  const isOpen = statementsOf(policy).some(
    ({ allows, principals, restrictedBy }) =>
      allows && principals.some(isWildcard) && !restrictedBy.some((border) => BORDERS.includes(border)),
  );
  if (isOpen && !document.firstUnknown())
    return fail(
      policy,
      text`a statement lets everyone invoke the function; required: a principal or a condition.`,
    );
  return document.firstUnknown() ? undetermined(policy) : pass;
}

export const control = defineControl({
  id: "LMB-01",
  name: "function-not-public",
  title: "Functions cannot be invoked by everyone",
  why: "Anyone in any account can then run the code, with its role and on your bill.",
  fix: "Name the principal of the aws.lambda.Permission, and its sourceArn, sourceAccount or principalOrgId.",
  severity: "critical",
  enforcement: "mandatory",
  types: [...PERMISSIONS, ...POLICIES],
  resource: ({ type, props }) =>
    POLICIES.includes(type) ? judgePolicy(props.at("policy")) : judgePermission(props),
  references: {
    securityHub: ["Lambda.1"],
    nist80053: [
      "AC-21",
      "AC-3",
      "AC-3(7)",
      "AC-4",
      "AC-4(21)",
      "AC-6",
      "SC-7",
      "SC-7(11)",
      "SC-7(16)",
      "SC-7(20)",
      "SC-7(21)",
      "SC-7(3)",
      "SC-7(4)",
      "SC-7(9)",
    ],
    wellArchitected: ["SEC03-BP07"],
    checkov: ["CKV_AWS_301"],
    cdkNag: ["LambdaFunctionPublicAccessProhibited"],
    awsConfig: ["lambda-function-public-access-prohibited"],
    prowler: ["awslambda_function_not_publicly_accessible"],
    pulumi: ["PB:lambda-public-access-restricted"],
  },
});
