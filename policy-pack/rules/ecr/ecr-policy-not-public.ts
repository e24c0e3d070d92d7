import { isWildcard, type Statement, statementsOf } from "../../aws/policy-document";
import { tokens } from "../../aws/tokens";
import type { View } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const TEMPLATES = tokens("ecr/repositoryCreationTemplate:RepositoryCreationTemplate");

/** Conditions that leave a known circle of those who may ask. */
const CIRCLES = [
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceorgid",
  "aws:sourceip",
  "aws:sourcevpc",
  "aws:sourcevpce",
];

function isPublic({ allows, place, principals, restrictedBy }: Statement): boolean {
  const isAnyone = principals.some(isWildcard) || !place.at("NotPrincipal").isAbsent;
  return allows && isAnyone && !restrictedBy.some((condition) => CIRCLES.includes(condition));
}

/** What is not known may hold a public statement, and what makes a public one less so. */
function judge(policy: View): Outcome {
  const open = statementsOf(policy).find(isPublic);
  const unknown = policy.document().firstUnknown();
  if (open && !open.place.at("Condition").firstUnknown())
    return fail(
      policy,
      text`a statement allows every AWS account; required: named principals or a condition.`,
    );
  return unknown ? undetermined(policy) : pass;
}

export const control = defineControl({
  id: "ECR-05",
  name: "ecr-policy-not-public",
  title: "Policies of repositories and of the registry are not public",
  why: "Everyone with an AWS account could pull the images, or push others in their place.",
  fix: "Name accounts or roles in Principal, or add a condition on aws:PrincipalOrgID.",
  severity: "critical",
  enforcement: "mandatory",
  types: [
    ...tokens("ecr/repositoryPolicy:RepositoryPolicy", "ecr/registryPolicy:RegistryPolicy"),
    ...TEMPLATES,
  ],
  resource: ({ type, props }) => {
    if (!TEMPLATES.includes(type)) return judge(props.at("policy"));
    const policy = props.at("repositoryPolicy");
    return policy.isAbsent ? notApplicable("The template sets no policy") : judge(policy);
  },
  references: {
    nist80053: ["AC-3", "AC-4", "AC-6", "SC-7"],
    wellArchitected: ["SEC03-BP07", "SEC08-BP04"],
    checkov: ["CKV_AWS_32"],
    cdkNag: ["AwsSolutions-ECR1"],
    prowler: ["ecr_repositories_not_publicly_accessible"],
    trivy: ["AWS-0032"],
  },
});
