import { KEY_POLICIES, KEYS } from "../../aws/keys";
import { isPublic } from "../../policy-documents/exposure";
import { defineControl } from "../../registry/control";
import { resourcePolicies } from "../../shapes/resource-policies";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "KMS-02",
  name: "kms-key-policy-not-public",
  title: "Policies of keys do not let in everyone",
  why: "Anybody with an AWS account could then decrypt what the key protects.",
  fix: "Name the principals, or add a condition on kms:CallerAccount or aws:PrincipalOrgID; kms:ViaService alone says nothing of who asks.",
  severity: "critical",
  enforcement: "mandatory",
  ...resourcePolicies(
    [...KEYS, ...KEY_POLICIES],
    () => isPublic,
    text`a statement lets everyone use the key; required: named principals or a condition on who asks.`,
  ),
  references: {
    securityHub: ["KMS.5"],
    nist80053: ["AC-3", "AC-4", "AC-6", "AC-21", "SC-12"],
    wellArchitected: ["SEC08-BP01", "SEC03-BP07"],
    checkov: ["CKV_AWS_33"],
    prowler: ["kms_key_not_publicly_accessible"],
    pulumi: ["PB:kms-key-policy-access-control"],
  },
});
