import { givesUnscoped } from "../../policy-documents/action-catalogue";
import { defineControl } from "../../registry/control";
import { identityPolicies } from "../../shapes/identity-policies";
import { text } from "../../verdict/text";

/**
 * Actions that return a secret, or create one, or sign in as somebody. Not among them are those that AWS cannot limit
 * to resources, such as the sign-in to ECR that every puller of images needs.
 */
const GIVE_CREDENTIALS = new Set([
  "cognito-idp:describeuserpoolclient",
  "ec2-instance-connect:sendsshpublickey",
  "ec2:getpassworddata",
  "elasticache:connect",
  "iam:createaccesskey",
  "iam:createloginprofile",
  "iam:createservicespecificcredential",
  "iam:resetservicespecificcredential",
  "iam:updateaccesskey",
  "iam:updateloginprofile",
  "lightsail:getinstanceaccessdetails",
  "lightsail:getrelationaldatabasemasteruserpassword",
  "rds-db:connect",
  "redshift-serverless:getcredentials",
  "redshift:getclustercredentials",
  "redshift:getclustercredentialswithiam",
  "sts:assumerole",
  "sts:assumerolewithsaml",
  "sts:assumerolewithwebidentity",
  "sts:getfederationtoken",
]);

export const control = defineControl({
  id: "IAM-05",
  name: "iam-policy-no-credential-exposure",
  title: "Policies do not hand out the credentials of others without limit",
  why: "A right to credentials is a right to everything that their owner may do.",
  fix: "Name the resources whose credentials are needed, such as the ARNs of the roles for sts:AssumeRole.",
  severity: "high",
  enforcement: "mandatory",
  ...identityPolicies(
    () => (statement) => givesUnscoped(statement, GIVE_CREDENTIALS),
    text`a statement allows actions that give out credentials, on every resource; required: named resources.`,
  ),
  references: {
    nist80053: ["AC-3", "AC-6", "IA-5"],
    wellArchitected: ["SEC02-BP02", "SEC03-BP02"],
    checkov: ["CKV_AWS_107", "CKV_AWS_287"],
  },
});
