import { fixtures, UNKNOWN } from "../../support/fixtures";
import { document, trust, trusted } from "../../support/policy-documents";

const account = "111122223333";

fixtures("iam-role-trust-named-principals", {
  pass: {
    "a service": trusted(document(trust({ Service: "ecs-tasks.amazonaws.com" }))),
    "an account": trusted(document(trust({ AWS: `arn:aws:iam::${account}:root` }))),
    "everyone of an organisation": trusted(
      document(trust("*", { StringEquals: { "aws:PrincipalOrgID": "o-1" } })),
    ),
    "roles of one account": trusted(
      document(trust({ AWS: "*" }, { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${account}:role/ci-*` } })),
    ),
    "a service that is computed": trusted({ Statement: trust({ Service: UNKNOWN }) }),
  },
  fail: {
    everyone: trusted(document(trust("*"))),
    "everyone, as a list beside a service": trusted(
      document(trust({ Service: "ec2.amazonaws.com" }), trust({ AWS: [account, "*"] })),
    ),
    "everyone but one": trusted(
      document({ Effect: "Allow", Action: "sts:AssumeRole", NotPrincipal: { AWS: account } }),
    ),
    "everyone who knows a word": trusted(
      document(trust("*", { StringEquals: { "sts:ExternalId": "word" } })),
    ),
    "a family of services": trusted(document(trust({ Service: "*.amazonaws.com" }))),
  },
  unknown: {
    "a trust that is computed": trusted(UNKNOWN),
    "a principal that is computed": trusted({ Statement: [trust({ AWS: UNKNOWN })] }),
  },
  unset: { "a role without a trust, which AWS refuses": ["pass", trusted(undefined)] },
  alias: { none: "one token" },
});
