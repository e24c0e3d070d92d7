import { REPLICATION_GROUPS } from "../../aws/caches";
import { isSet } from "../../reading/set";
import { defineControl } from "../../registry/control";
import { fail, pass } from "../../verdict/outcome";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "EC-12",
  name: "elasticache-no-classic-security-groups",
  title: "No cache uses the security groups of EC2-Classic",
  why: "They date from a network without VPCs. Today's provider has no resource for them, but replication groups can still name them.",
  fix: "Use securityGroupIds instead of securityGroupNames.",
  severity: "low",
  enforcement: "advisory",
  types: REPLICATION_GROUPS,
  resource: ({ props }) => {
    const place = props.at("securityGroupNames");
    const named = text`"securityGroupNames" names groups of EC2-Classic; required: securityGroupIds.`;
    return isSet(place) ? fail(place, named) : pass;
  },
  references: {
    nist80053: ["AC-4", "SC-7"],
    wellArchitected: ["SEC05-BP02"],
    checkov: ["CKV_AWS_196"],
    trivy: ["AWS-0049"],
  },
});
