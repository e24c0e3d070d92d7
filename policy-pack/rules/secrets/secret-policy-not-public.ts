import { SECRET_POLICIES, SECRETS } from "../../aws/secrets";
import { isPublic } from "../../policy-documents/exposure";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";
import { resourcePolicies } from "../../shapes/resource-policies";
import { outcomes } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const policies = resourcePolicies(
  [...SECRET_POLICIES, ...SECRETS],
  () => isPublic,
  text`a statement lets everyone use the secret; required: named principals or a condition on who asks.`,
);
const isChecked = oneOf("blockPublicPolicy", [true], false);

export const control = defineControl({
  id: "SM-05",
  name: "secret-policy-not-public",
  title: "Policies of secrets do not let in everyone, and AWS checks that, too",
  why: "Anybody with an AWS account could then read the secret.",
  fix: "Name the principals, and set blockPublicPolicy of the SecretPolicy to true.",
  severity: "high",
  enforcement: "mandatory",
  types: policies.types,
  resource: (subject, context) => {
    const judged = outcomes(policies.resource(subject, context));
    if (!SECRET_POLICIES.includes(subject.type)) return judged;
    return [...judged, isChecked(subject)].filter(({ verdict }) => verdict !== "pass");
  },
  references: {
    nist80053: ["AC-3", "AC-4", "AC-6", "AC-21"],
    wellArchitected: ["SEC02-BP03", "SEC03-BP07"],
    prowler: ["secretsmanager_not_publicly_accessible", "secretsmanager_has_restrictive_resource_policy"],
  },
});
