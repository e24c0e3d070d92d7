import { accountsOf, covers, isPublic } from "../../aws/policy-reach";
import { BUCKETS, POLICY } from "../../aws/buckets";
import type { Statement } from "../../aws/policy-document";
import { defineControl } from "../../registry/control";
import { noBucketStatement } from "../../shapes/policy-statements";
import { text } from "../../verdict/text";

interface Parameters {
  readonly ownAccounts: readonly string[];
}

/** Actions with which an account can take a bucket over, or take it away. */
const OWNERS_ONLY = [
  "s3:DeleteBucket",
  "s3:DeleteBucketPolicy",
  "s3:PutBucketAcl",
  "s3:PutBucketPolicy",
  "s3:PutEncryptionConfiguration",
  "s3:PutObjectAcl",
];

const MESSAGE = text`a statement gives others actions on the policy, the ACLs, the encryption or the bucket itself.`;

function givesAway(statement: Statement, ownAccounts: readonly string[]): boolean {
  const others =
    ownAccounts.length > 0 && accountsOf(statement).some((account) => !ownAccounts.includes(account));
  const toOthers = isPublic(statement) || (statement.allows && others);
  return toOthers && OWNERS_ONLY.some((action) => covers(statement, action));
}

export const control = defineControl<Parameters>({
  id: "S3-09",
  name: "bucket-policy-other-accounts",
  title: "No bucket policy gives other accounts actions that belong to the owner",
  why: "Another account that may write the policy or the ACLs owns the bucket in all but name.",
  fix: "Take the actions on policy, ACL, encryption and deletion out of the statement for the other account.",
  severity: "high",
  enforcement: "mandatory",
  types: [...BUCKETS, ...POLICY.types],
  parameters: {
    ownAccounts: {
      type: "array",
      items: { type: "string", pattern: "^[0-9]{12}$" },
      default: [],
      description: "Numbers of your accounts; without any, only statements for the whole world are refused.",
    },
  },
  resource: (subject, { parameters }) =>
    noBucketStatement((statement) => givesAway(statement, parameters.ownAccounts), MESSAGE)(subject),
  references: {
    securityHub: ["S3.6"],
    nist80053: ["AC-3", "AC-6", "CA-9(1)", "CM-2"],
    wellArchitected: ["SEC03-BP08", "SEC03-BP09"],
    awsConfig: ["s3-bucket-blacklisted-actions-prohibited"],
    prowler: ["s3_bucket_cross_account_access"],
  },
});
