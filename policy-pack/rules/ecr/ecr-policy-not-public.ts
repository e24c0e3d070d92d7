import { tokens } from "../../aws/tokens";
import { isPublic } from "../../policy-documents/exposure";
import { defineControl } from "../../registry/control";
import { resourcePolicies } from "../../shapes/resource-policies";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "ECR-05",
  name: "ecr-policy-not-public",
  title: "Policies of repositories and of the registry are not public",
  why: "Everyone with an AWS account could pull the images, or push others in their place.",
  fix: "Name accounts or roles in Principal, or add a condition on aws:PrincipalOrgID.",
  severity: "critical",
  enforcement: "mandatory",
  ...resourcePolicies(
    {
      policy: tokens("ecr/repositoryPolicy:RepositoryPolicy", "ecr/registryPolicy:RegistryPolicy"),
      repositoryPolicy: tokens("ecr/repositoryCreationTemplate:RepositoryCreationTemplate"),
    },
    () => isPublic,
    text`a statement allows every AWS account; required: named principals or a condition on who asks.`,
  ),
  references: {
    nist80053: ["AC-3", "AC-4", "AC-6", "SC-7"],
    wellArchitected: ["SEC03-BP07", "SEC08-BP04"],
    checkov: ["CKV_AWS_32"],
    cdkNag: ["AwsSolutions-ECR1"],
    prowler: ["ecr_repositories_not_publicly_accessible"],
    trivy: ["AWS-0032"],
  },
});
