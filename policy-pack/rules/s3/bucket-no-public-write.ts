import { ACL_CARRIERS } from "../../aws/bucket-acl";
import { POLICY } from "../../aws/buckets";
import { isPublic } from "../../policy-documents/exposure";
import { selects } from "../../policy-documents/statement";
import { and, some } from "../../reading/truth";
import { isSet } from "../../reading/set";
import { defineControl, type Subject } from "../../registry/control";
import { noGrant } from "../../shapes/acl-grants";
import { judgeStatements, type Refusal } from "../../shapes/refused-statements";
import { type Outcome, outcomes } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const GRANTS = ["WRITE", "WRITE_ACP", "FULL_CONTROL"];
const ACTIONS = [
  "s3:deletebucket",
  "s3:deletebucketpolicy",
  "s3:deleteobject",
  "s3:deleteobjectversion",
  "s3:putbucketacl",
  "s3:putbucketpolicy",
  "s3:putobject",
  "s3:putobjectacl",
  "s3:replicateobject",
];

const letsWrite: Refusal = (statement, document) =>
  and(
    isPublic(statement, document),
    some(ACTIONS, (action) => selects(statement.actions, action)),
  );
const acl = noGrant(({ group, permission }) => group === "everyone" && GRANTS.includes(permission));

function judge(subject: Subject): readonly Outcome[] {
  const policy = subject.props.at("policy");
  const open = text`a statement lets the world write to the bucket or its objects.`;
  const written = isSet(policy) ? judgeStatements(policy, letsWrite, open) : [];
  return [...outcomes(acl(subject)), ...written].filter(({ verdict }) => verdict !== "pass");
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
