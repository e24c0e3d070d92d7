import { tokens } from "../../aws/tokens";
import { WHO } from "../../policy-documents/conditions";
import { isPublic } from "../../policy-documents/exposure";
import { known, type View } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { resourcePolicies } from "../../shapes/resource-policies";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const PERMISSIONS = tokens("lambda/permission:Permission");

/** What narrows a permission for everyone down to someone. */
const NARROWING = ["sourceArn", "sourceAccount", "principalOrgId", "eventSourceToken"];
const BORDERS: ReadonlySet<string> = new Set([...WHO, "lambda:eventsourcetoken"]);

function narrows(place: View): boolean {
  return place.isUnknown || !["", "*"].includes(known(place.string()) ?? "");
}

function judgePermission(permission: View): Outcome {
  const principal = permission.at("principal");
  if (NARROWING.some((name) => narrows(permission.at(name)))) return pass;
  if (principal.isUnknown) return undetermined(principal);
  return known(principal.string()) === "*"
    ? fail(principal, text`everyone may invoke the function; required: a principal or a source.`)
    : pass;
}

const policies = resourcePolicies(
  tokens("lambda/resourcePolicy:ResourcePolicy"),
  () => (statement, document) => isPublic(statement, document, BORDERS),
  text`a statement lets everyone invoke the function; required: a principal or a condition.`,
);

export const control = defineControl({
  id: "LMB-01",
  name: "function-not-public",
  title: "Functions cannot be invoked by everyone",
  why: "Anyone in any account can then run the code, with its role and on your bill.",
  fix: "Name the principal of the aws.lambda.Permission, and its sourceArn, sourceAccount or principalOrgId.",
  severity: "critical",
  enforcement: "mandatory",
  types: [...PERMISSIONS, ...policies.types],
  resource: (subject, context) =>
    PERMISSIONS.includes(subject.type) ? judgePermission(subject.props) : policies.resource(subject, context),
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
