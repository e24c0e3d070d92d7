import { defineControl } from "../../registry/control";
import { withRequiredTags } from "../../remediation/tags";
import { requiredKeys } from "../../settings/tag-contract";
import { keysPresent } from "../../shapes/tagging";

export const control = defineControl({
  id: "TAG-01",
  name: "tags-required",
  title: "Every taggable resource carries the required tag keys, default tags counted",
  why: "What has no owner, environment or cost centre cannot be charged, found or cleaned up.",
  fix: "Add the key to the provider's defaultTags, or to the resource's tags; or give it a default in the tag contract and set the level to remediate.",
  severity: "medium",
  enforcement: "advisory",
  types: "taggable",
  resource: (subject, { tagContract }) => keysPresent(subject, requiredKeys(tagContract)),
  remediate: (subject, { tagContract }) => withRequiredTags(subject, requiredKeys(tagContract), tagContract),
  references: {
    securityHub: ["ECS.13", "ECS.14", "ECS.15"],
    nist80053: ["CM-8"],
    wellArchitected: ["COST03-BP02"],
    awsConfig: [
      "required-tags",
      "alb-tagged",
      "nlb-tagged",
      "alb-listener-tagged",
      "nlb-listener-tagged",
      "api-gw-rest-api-tagged",
      "api-gw-stage-tagged",
      "ec2-launch-template-tagged",
      "ec2-fleet-tagged",
      "ec2-prefix-list-tagged",
      "ec2-dhcp-options-tagged",
      "ec2-capacity-reservation-tagged",
      "ecr-repository-tagged",
      "cloudwatch-metric-stream-tagged",
    ],
    prowler: ["organizations_tags_policies_enabled_and_attached"],
    pulumi: ["PB:resource-tagging", "PB:aws-tag-policies-compliance-validation"],
  },
});
