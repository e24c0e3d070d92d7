import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "ECR-02",
  name: "ecr-tags-immutable",
  title: "Tags of images cannot be moved to other images",
  why: "A tag that moves puts an image into production that nobody tested under that name.",
  fix: "Set imageTagMutability to IMMUTABLE, or to IMMUTABLE_WITH_EXCLUSION for a few tags such as latest.",
  severity: "medium",
  enforcement: "advisory",
  types: tokens("ecr/repository:Repository", "ecr/repositoryCreationTemplate:RepositoryCreationTemplate"),
  resource: oneOf("imageTagMutability", ["IMMUTABLE", "IMMUTABLE_WITH_EXCLUSION"], "MUTABLE"),
  references: {
    securityHub: ["ECR.2"],
    nist80053: ["CA-9(1)", "CM-2", "CM-8(1)", "SI-7"],
    wellArchitected: ["SEC06-BP04", "REL08-BP04"],
    checkov: ["CKV_AWS_51"],
    awsConfig: ["ecr-private-tag-immutability-enabled"],
    prowler: ["ecr_repositories_tag_immutability"],
    trivy: ["AWS-0031"],
    pulumi: ["CP:ecr-repository-disallow-mutable-image"],
  },
});
