import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const OWN = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";
const allow = { Effect: "Allow", Action: "dynamodb:GetItem", Resource: OWN };
const byAccount = (account: string) => ({ ...allow, Principal: { AWS: `arn:aws:iam::${account}:root` } });
const policy = (statement: unknown, resourceArn: string = OWN) => ({
  policy: aws("dynamodb/resourcePolicy:ResourcePolicy", {
    resourceArn,
    policy: JSON.stringify({ Version: "2012-10-17", Statement: statement }),
  }),
});
const ours = { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } };

fixtures("dynamodb-policy-own-account", {
  pass: {
    "a policy for this account": policy([byAccount("111122223333")]),
    "a policy for this account, which only the table tells": policy([
      { ...byAccount("111122223333"), Resource: "*" },
    ]),
    "a policy for this account by its number": policy([{ ...allow, Principal: { AWS: "111122223333" } }]),
    "a policy for a trusted account": policy([byAccount("222233334444")]),
    "a policy for everyone of the organisation": policy([{ ...allow, Principal: "*", ...ours }]),
    "a policy that denies everyone": policy([{ ...allow, Effect: "Deny", Principal: "*" }]),
    "a policy whose resource tells the account": policy([byAccount("111122223333")], UNKNOWN),
    "a policy for a service": policy([
      { ...allow, Principal: { Service: "replication.dynamodb.amazonaws.com" } },
    ]),
  },
  fail: {
    "a policy for another account": policy([byAccount("111122223333"), byAccount("999900001111")]),
    "a policy for everyone": policy([{ ...allow, Principal: "*" }]),
    "a policy for everyone in the long form": policy({ ...allow, Principal: { AWS: ["*"] } }),
    "a policy for all but one": policy([{ ...allow, NotPrincipal: { AWS: "111122223333" } }]),
    "a policy for everyone, with a condition that any value meets": policy([
      { ...allow, Principal: "*", Condition: { StringLike: { "aws:PrincipalOrgID": "*" } } },
    ]),
  },
  unknown: {
    "a policy that is computed": {
      policy: aws("dynamodb/resourcePolicy:ResourcePolicy", { resourceArn: OWN, policy: UNKNOWN }),
    },
    "a policy for a principal that is computed": policy([{ ...allow, Principal: { AWS: UNKNOWN } }]),
    "a policy for an account, on a table whose account is not known yet": policy(
      [{ ...byAccount("111122223333"), Resource: UNKNOWN }],
      UNKNOWN,
    ),
    "a policy for everyone, with a condition that is computed": policy([
      { ...allow, Principal: "*", Condition: { StringEquals: { "aws:SourceAccount": UNKNOWN } } },
    ]),
    "a policy one of whose statements is computed": policy([byAccount("111122223333"), UNKNOWN]),
  },
  unset: { "a policy without statements": ["pass", policy([])] },
  alias: { none: "one token" },
  settings: { properties: { trustedAccounts: ["222233334444"] } },
});
