import { ACL_CARRIERS } from "../../aws/bucket-acl";
import { covers, isPublic } from "../../aws/policy-reach";
import { isBlank, POLICY } from "../../aws/buckets";
import type { Statement } from "../../aws/policy-document";
import { defineControl, type Subject } from "../../registry/control";
import { noGrant } from "../../shapes/acl-grants";
import { noStatement } from "../../shapes/policy-statements";
import { type Outcome, outcomes, pass } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const GRANTS = ["WRITE", "WRITE_ACP", "FULL_CONTROL"];
const ACTIONS = [
  "s3:DeleteBucket",
  "s3:DeleteBucketPolicy",
  "s3:DeleteObject",
  "s3:DeleteObjectVersion",
  "s3:PutBucketAcl",
  "s3:PutBucketPolicy",
  "s3:PutObject",
  "s3:PutObjectAcl",
  "s3:ReplicateObject",
];

const letsWrite = (statement: Statement) =>
  isPublic(statement) && ACTIONS.some((action) => covers(statement, action));
const acl = noGrant(({ group, permission }) => group === "everyone" && GRANTS.includes(permission));

function judge(subject: Subject): readonly Outcome[] {
  const policy = subject.props.at("policy");
  const written = isBlank(policy)
    ? pass
    : noStatement(policy, letsWrite, text`a statement lets the world write to the bucket or its objects.`);
  return [...outcomes(acl(subject)), written].filter(({ verdict }) => verdict !== "pass");
}

export const control = defineControl({
  id: "S3-04",
  name: "bucket-no-public-write",
  title: "No access control list and no policy lets the world write to a bucket",
  why: "Strangers could replace what others read, or fill the bucket at your expense.",
  fix: "Name the principals that write, or add a condition that says who may.",
  severity: "critical",
  enforcement: "mandatory",
  types: [...ACL_CARRIERS, ...POLICY.types],
  resource: judge,
  references: {
    securityHub: ["S3.3"],
    nist80053: ["AC-3", "AC-4", "AC-6", "SC-7"],
    wellArchitected: ["SEC08-BP04"],
    checkov: ["CKV_AWS_57"],
    cdkNag: ["S3BucketPublicWriteProhibited"],
    awsConfig: ["s3-bucket-public-write-prohibited"],
    prowler: ["s3_bucket_public_write_acl", "s3_bucket_policy_public_write_access"],
    trivy: ["AWS-0092"],
  },
});
