import { givesOnEvery } from "../../policy-documents/rights";
import { defineControl } from "../../registry/control";
import { identityPolicies } from "../../shapes/identity-policies";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "IAM-13",
  name: "iam-policy-no-full-s3",
  title: "Policies do not allow all of S3 on all buckets",
  why: "It is every file of the account: to read, to publish and to delete.",
  fix: "Name the actions and the buckets.",
  severity: "high",
  enforcement: "mandatory",
  ...identityPolicies(
    () => (statement) => givesOnEvery(statement, "s3:*"),
    text`a statement allows s3:* on every bucket; required: named actions on named buckets.`,
  ),
  references: {
    nist80053: ["AC-3", "AC-6"],
    wellArchitected: ["SEC03-BP02", "SEC08-BP04"],
    trivy: ["AWS-0345", "AWS-0346"],
  },
});
