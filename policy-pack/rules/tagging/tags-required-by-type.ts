import { defineControl } from "../../registry/control";
import { withRequiredTags } from "../../remediation/tags";
import { requiredKeys } from "../../settings/tag-contract";
import { keysPresent } from "../../shapes/tagging";

export const control = defineControl({
  id: "TAG-04",
  name: "tags-required-by-type",
  title: "Types that the contract names carry the keys that it asks of them",
  why: "Some keys, such as a data class or a backup plan, matter for some types only.",
  fix: "Add the key to the resource's tags.",
  severity: "medium",
  enforcement: "advisory",
  types: "taggable",
  resource: (subject, { tagContract }) => keysPresent(subject, requiredKeys(tagContract, subject.type)),
  remediate: (subject, { tagContract }) =>
    withRequiredTags(subject, requiredKeys(tagContract, subject.type), tagContract),
  references: {
    nist80053: ["CM-8"],
    wellArchitected: ["COST03-BP02"],
    pulumi: ["PB:aws-tag-policies-compliance-validation"],
  },
});
