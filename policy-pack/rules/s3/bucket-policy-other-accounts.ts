import { BUCKETS, POLICY } from "../../aws/buckets";
import { isForStrangers, isPublic } from "../../policy-documents/exposure";
import { selects } from "../../policy-documents/statement";
import { and, or, some } from "../../reading/truth";
import { defineControl } from "../../registry/control";
import type { Refusal } from "../../shapes/refused-statements";
import { resourcePolicies } from "../../shapes/resource-policies";
import { text } from "../../verdict/text";

interface Parameters {
  readonly ownAccounts: readonly string[];
}

/** Actions with which an account can take a bucket over, or take it away. */
const OWNERS_ONLY = [
  "s3:deletebucket",
  "s3:deletebucketpolicy",
  "s3:putbucketacl",
  "s3:putbucketpolicy",
  "s3:putencryptionconfiguration",
  "s3:putobjectacl",
];

/** Without own accounts, only the world is somebody else. */
function givesAway(ownAccounts: readonly string[]): Refusal {
  const accounts = { numbers: new Set(ownAccounts), holdsOwn: true };
  return (statement, document) =>
    and(
      or(isPublic(statement, document), ownAccounts.length > 0 ? isForStrangers(statement, accounts) : "no"),
      some(OWNERS_ONLY, (action) => selects(statement.actions, action)),
    );
}

export const control = defineControl<Parameters>({
  id: "S3-09",
  name: "bucket-policy-other-accounts",
  title: "No bucket policy gives other accounts actions that belong to the owner",
  why: "Another account that may write the policy or the ACLs owns the bucket in all but name.",
  fix: "Take the actions on policy, ACL, encryption and deletion out of the statement for the other account.",
  severity: "high",
  enforcement: "mandatory",
  ...resourcePolicies<Parameters>(
    [...BUCKETS, ...POLICY.types],
    (_, { ownAccounts }) => givesAway(ownAccounts),
    text`a statement gives others actions on the policy, the ACLs, the encryption or the bucket itself.`,
  ),
  parameters: {
    ownAccounts: {
      type: "array",
      items: { type: "string", pattern: "^[0-9]{12}$" },
      default: [],
      description: "Numbers of your accounts; without any, only statements for the whole world are refused.",
    },
  },
  references: {
    securityHub: ["S3.6"],
    nist80053: ["AC-3", "AC-6", "CA-9(1)", "CM-2"],
    wellArchitected: ["SEC03-BP08", "SEC03-BP09"],
    awsConfig: ["s3-bucket-blacklisted-actions-prohibited"],
    prowler: ["s3_bucket_cross_account_access"],
  },
});
