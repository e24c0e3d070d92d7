import { givesUnscoped } from "../../policy-documents/action-catalogue";
import { defineControl } from "../../registry/control";
import { identityPolicies } from "../../shapes/identity-policies";
import { text } from "../../verdict/text";

/** Actions that return what is stored. */
const READ_DATA = new Set([
  "athena:getqueryresults",
  "dynamodb:batchgetitem",
  "dynamodb:exporttabletopointintime",
  "dynamodb:getitem",
  "dynamodb:getrecords",
  "dynamodb:partiqlselect",
  "dynamodb:query",
  "dynamodb:scan",
  "ebs:getsnapshotblock",
  "kinesis:getrecords",
  "rds-data:executestatement",
  "s3:getobject",
  "s3:getobjectversion",
  "secretsmanager:getsecretvalue",
  "sqs:receivemessage",
  "ssm:getparameter",
  "ssm:getparameterhistory",
  "ssm:getparameters",
  "ssm:getparametersbypath",
]);

export const control = defineControl({
  id: "IAM-06",
  name: "iam-policy-data-reads-scoped",
  title: "Policies that read data name whose data",
  why: "A right to read every bucket, table or secret is how data leaves when one identity is taken over.",
  fix: "Name the buckets, tables, secrets and parameters that are read.",
  severity: "medium",
  enforcement: "advisory",
  ...identityPolicies(
    () => (statement) => givesUnscoped(statement, READ_DATA),
    text`a statement allows reading data of every resource of a kind; required: named resources.`,
  ),
  references: {
    nist80053: ["AC-3", "AC-4", "AC-6"],
    wellArchitected: ["SEC03-BP02", "SEC08-BP04"],
    checkov: ["CKV_AWS_108", "CKV_AWS_288"],
  },
});
