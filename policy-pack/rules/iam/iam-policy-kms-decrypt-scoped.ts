import { givesUnscoped } from "../../policy-documents/action-catalogue";
import { defineControl } from "../../registry/control";
import { identityPolicies } from "../../shapes/identity-policies";
import { text } from "../../verdict/text";

const DECRYPT = new Set(["kms:decrypt", "kms:reencryptfrom"]);

export const control = defineControl({
  id: "IAM-11",
  name: "iam-policy-kms-decrypt-scoped",
  title: "Policies that decrypt name the keys",
  why: "Encryption protects nothing from an identity that may use every key.",
  fix: "Name the ARNs of the keys, or limit the statement by kms:ViaService, kms:EncryptionContext or kms:ResourceAliases.",
  severity: "medium",
  enforcement: "advisory",
  ...identityPolicies(
    () => (statement) => givesUnscoped(statement, DECRYPT),
    text`a statement allows decrypting with every key; required: named keys.`,
  ),
  references: {
    securityHub: ["KMS.1", "KMS.2"],
    nist80053: ["AC-2", "AC-3", "AC-5", "AC-6", "SC-12"],
    wellArchitected: ["SEC08-BP01"],
    awsConfig: ["iam-customer-policy-blocked-kms-actions", "iam-inline-policy-blocked-kms-actions"],
    prowler: ["iam_policy_no_full_access_to_kms", "iam_inline_policy_no_full_access_to_kms"],
  },
});
