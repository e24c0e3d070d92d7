import { rulesOf, SECURITY_GROUPS, SEPARATE_RULES } from "../../aws/security-group-rules";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";
import type { TrafficRule } from "../../aws/security-group-rules";

function judge({ description, place }: TrafficRule): Outcome {
  if (description.isUnknown || place.isUnknown) return undetermined(description);
  const isBlank = (known(description.string()) ?? "").trim() === "";
  return isBlank ? fail(description, text`the rule has no description.`, place.path) : pass;
}

export const control = defineControl({
  id: "SG-10",
  name: "security-group-rule-description",
  title: "Every rule of a security group says what it is for",
  why: "A rule that nobody understands is never removed.",
  fix: "Set description on each rule.",
  severity: "low",
  enforcement: "advisory",
  types: [...SECURITY_GROUPS, ...SEPARATE_RULES],
  resource: ({ type, props }) => {
    const rules = (["ingress", "egress"] as const).flatMap((direction) => rulesOf(type, props, direction));
    return rules.map(judge).filter(({ verdict }) => verdict !== "pass");
  },
  references: {
    nist80053: ["CM-3"],
    wellArchitected: ["OPS01-BP06"],
    checkov: ["CKV_AWS_23"],
    trivy: ["AWS-0124"],
    pulumi: [
      "CP:ec2-securitygroup-missing-ingress-rule-description",
      "CP:ec2-securitygroup-missing-egress-rule-description",
    ],
  },
});
