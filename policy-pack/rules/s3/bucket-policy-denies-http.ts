import { BUCKETS, POLICY } from "../../aws/buckets";
import { type Selection, statementsOf } from "../../policy-documents/statement";
import { deniesPlainText } from "../../policy-documents/transport";
import { truth, type Truth } from "../../reading/truth";
import type { View } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { everyBucket } from "../../shapes/bucket-side";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

/** Whether resources hold a bucket and its objects. What is computed may be either, and can only be of this bucket. */
function isWhole({ isNegated, patterns, unknown }: Selection): Truth {
  const has = (test: (name: string) => boolean) => unknown !== undefined || patterns.some(test);
  const isBucket = has((name) => name === "*" || !name.includes("/"));
  const isObjects = has((name) => name.endsWith("*"));
  return truth(!isNegated && isBucket && isObjects);
}

function judge(policy: View): Outcome {
  const denial = deniesPlainText(statementsOf(policy), "s3:*", isWhole);
  if (denial === "maybe") return undetermined(policy);
  const missing = text`no statement denies everyone all actions while aws:SecureTransport is false.`;
  return denial === "yes" ? pass : fail(policy, missing);
}

export const control = defineControl({
  id: "S3-07",
  name: "bucket-policy-denies-http",
  title: "The policy of every bucket denies requests over plain HTTP",
  why: "S3 answers over plain HTTP unless a policy forbids it; then tokens and data can be read on the way.",
  fix: "Deny s3:* to everyone on the bucket and its objects while aws:SecureTransport is false.",
  severity: "medium",
  enforcement: "advisory",
  types: [...BUCKETS, ...POLICY.types],
  stack: everyBucket({
    side: POLICY,
    judge,
    missing: text`the bucket has no policy, so nothing denies plain HTTP.`,
  }),
  references: {
    securityHub: ["S3.5"],
    cis3: ["2.1.1"],
    nist80053: ["AC-17(2)", "IA-5(1)", "SC-8", "SC-8(1)", "SC-23"],
    wellArchitected: ["SEC09-BP02"],
    checkov: ["CKV_AWS_379"],
    cdkNag: ["AwsSolutions-S10", "S3BucketSSLRequestsOnly"],
    awsConfig: ["s3-bucket-ssl-requests-only"],
    prowler: ["s3_bucket_secure_transport_policy"],
    pulumi: ["PB:s3-bucket-ssl-enforcement-required"],
  },
});
