import { REPOSITORIES } from "../../aws/image-scanning";
import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { satelliteExists } from "../../shapes/satellite";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "ECR-03",
  name: "ecr-lifecycle-policy",
  title: "Repositories of images have a lifecycle policy",
  why: "Old images cost money, and stay deployable with all their known weaknesses.",
  fix: "Add an aws.ecr.LifecyclePolicy that expires untagged and old images.",
  severity: "medium",
  enforcement: "advisory",
  types: REPOSITORIES,
  stack: satelliteExists({
    of: REPOSITORIES,
    types: tokens("ecr/lifecyclePolicy:LifecyclePolicy"),
    property: "repository",
    missing: text`no LifecyclePolicy belongs to the repository.`,
  }),
  references: {
    securityHub: ["ECR.3"],
    nist80053: ["CA-9(1)", "CM-2", "CM-2(2)"],
    wellArchitected: ["COST04-BP05", "SEC06-BP01"],
    awsConfig: ["ecr-private-lifecycle-policy-configured"],
    prowler: ["ecr_repositories_lifecycle_policy_enabled"],
  },
});
