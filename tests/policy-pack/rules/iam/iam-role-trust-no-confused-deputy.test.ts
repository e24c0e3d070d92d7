import { type Program, aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { document, trust, trusted } from "../../support/policy-documents";

const own = "111122223333";
const friend = "777788889999";
const other = "444455556666";
const tasks = { Service: "ecs-tasks.amazonaws.com" };
const inOwn = (statement: object): Program => ({
  role: aws(
    "iam/role:Role",
    { assumeRolePolicy: document(statement) },
    { provider: { allowedAccountIds: [own] } },
  ),
});

fixtures("iam-role-trust-no-confused-deputy", {
  pass: {
    "a service for one account": trusted(
      document(trust(tasks, { StringEquals: { "aws:SourceAccount": own } })),
    ),
    "a service for sources of one account": trusted(
      document(trust(tasks, { ArnLike: { "aws:SourceArn": `arn:aws:ecs:eu-west-1:${own}:*` } })),
    ),
    "a service that tells no source": trusted(document(trust({ Service: "ec2.amazonaws.com" }))),
    "another account that knows a word": inOwn(
      trust({ AWS: other }, { StringEquals: { "sts:ExternalId": "word" } }),
    ),
    "the own account": inOwn(trust({ AWS: `arn:aws:iam::${own}:root` })),
    "an account that is trusted": inOwn(trust({ AWS: `arn:aws:iam::${friend}:role/ci` })),
    "accounts of the organisation": inOwn(
      trust({ AWS: other }, { StringEquals: { "aws:PrincipalOrgID": "o-1" } }),
    ),
  },
  fail: {
    "a gateway of AWS Backup": trusted(document(trust({ Service: "backup-gateway.amazonaws.com" }))),
    "Amazon Bedrock": trusted(document(trust({ Service: "bedrock.amazonaws.com" }))),

    "a service for anyone": trusted(document(trust(tasks))),
    "a service for any source": trusted(document(trust(tasks, { ArnLike: { "aws:SourceArn": "*" } }))),
    "one of two services": trusted(
      document(trust({ Service: ["ec2.amazonaws.com", "scheduler.amazonaws.com"] })),
    ),
    "another account": inOwn(trust({ AWS: `arn:aws:iam::${other}:root` })),
    "another account that knows any word": inOwn(
      trust({ AWS: other }, { StringLike: { "sts:ExternalId": "*" } }),
    ),
  },
  unknown: {
    "a trust that is computed": trusted(UNKNOWN),
    "an account where the own one is not known": trusted(document(trust({ AWS: other }))),
    "a service that is computed": trusted({ Statement: [trust({ Service: UNKNOWN })] }),
  },
  unset: { "a role without a trust": ["pass", trusted(undefined)] },
  alias: { none: "one token" },
  settings: { properties: { trustedAccounts: [friend] } },
});
