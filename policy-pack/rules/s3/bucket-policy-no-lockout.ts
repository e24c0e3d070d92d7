import { BUCKETS, POLICY } from "../../aws/buckets";
import { isOpenTest } from "../../policy-documents/conditions";
import { isForEveryone } from "../../policy-documents/exposure";
import { selects, type Statement } from "../../policy-documents/statement";
import { and, every, not, truth, type Truth } from "../../reading/truth";
import { defineControl } from "../../registry/control";
import { resourcePolicies } from "../../shapes/resource-policies";
import { text } from "../../verdict/text";

/** A statement takes the policy out of everyone's hands, without any condition and sparing nobody. */
function locksOut(statement: Statement): Truth {
  const { allows, principals, conditions, actions } = statement;
  return and(
    not(allows),
    truth(!principals.isNegated),
    isForEveryone(statement),
    every(conditions, (one) => (isOpenTest(one) ? "maybe" : "no")),
    selects(actions, "s3:putbucketpolicy"),
    selects(actions, "s3:deletebucketpolicy"),
  );
}

export const control = defineControl({
  id: "S3-10",
  name: "bucket-policy-no-lockout",
  title: "No bucket policy locks everyone out",
  why: "A policy that denies everyone to change it can be removed by the account's root user only.",
  fix: "Add a condition that spares those who administer the bucket, or narrow the denied actions.",
  severity: "high",
  enforcement: "mandatory",
  ...resourcePolicies(
    [...BUCKETS, ...POLICY.types],
    () => locksOut,
    text`a statement denies everyone, without a condition, to change or delete the policy.`,
  ),
  references: { nist80053: ["AC-3", "CP-10"], wellArchitected: ["SEC08-BP04"], checkov: ["CKV_AWS_93"] },
});
