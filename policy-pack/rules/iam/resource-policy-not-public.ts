import { DOMAINS, OTHER_POLICY_HOLDERS } from "../../aws/policy-holders";
import { tokens } from "../../aws/tokens";
import { isPublic } from "../../policy-documents/exposure";
import type { View } from "../../reading/view";
import { defineControl, located } from "../../registry/control";
import { judgePolicy } from "../../shapes/resource-policies";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { type Judgement, notApplicable, outcomes, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const DOMAIN_POLICIES = tokens(
  "elasticsearch/domainPolicy:DomainPolicy",
  "opensearch/domainPolicy:DomainPolicy",
);

const IN_VPC = notApplicable("Only its VPC reaches the domain");

function judge(policy: View): Judgement {
  return judgePolicy(
    policy,
    isPublic,
    text`a statement lets in everyone; required: named principals or a condition on who asks.`,
  );
}

/** A domain's policy of its own: open is all right where only the domain's VPC reaches it. */
function judgeDomainPolicy(stack: StackIndex, resource: StackResource): Judgement {
  const domains = stack.targets(resource, "domainName", DOMAINS).found;
  const isInside = domains.length > 0 && domains.every(({ props }) => !props.at("vpcOptions").isAbsent);
  const judged = outcomes(judge(resource.props.at("accessPolicies")));
  if (isInside) return IN_VPC;
  const isOpen = judged.some(({ verdict }) => verdict === "fail");
  return isOpen && domains.length === 0 ? undetermined("domainName") : judged;
}

export const control = defineControl({
  id: "IAM-32",
  name: "resource-policy-not-public",
  title: "Policies of resources do not let in everyone",
  why: "A policy for everyone is one for every AWS account there is.",
  fix: "Name accounts or roles in Principal, or add a condition on aws:PrincipalOrgID, aws:SourceArn or the like.",
  severity: "high",
  enforcement: "mandatory",
  types: [...Object.values(OTHER_POLICY_HOLDERS).flat(), ...DOMAIN_POLICIES],
  resource: ({ type, props }) => {
    const [property] = Object.entries(OTHER_POLICY_HOLDERS).find(([, types]) => types.includes(type)) ?? [];
    if (property === undefined) return notApplicable("Judged with its domain");
    return DOMAINS.includes(type) && !props.at("vpcOptions").isAbsent ? IN_VPC : judge(props.at(property));
  },
  stack: (stack) =>
    stack
      .ofTypes(DOMAIN_POLICIES)
      .flatMap((resource) =>
        outcomes(judgeDomainPolicy(stack, resource)).map((outcome) => located(resource, outcome)),
      ),
  references: {
    nist80053: ["AC-3", "AC-4", "AC-6", "AC-21"],
    wellArchitected: ["SEC03-BP07"],
    checkov: ["CKV_AWS_283"],
  },
});
