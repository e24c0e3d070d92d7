import * as assert from "node:assert/strict";

import { fixtures, judge, UNKNOWN } from "../../support/fixtures";
import { document, trust, trusted } from "../../support/policy-documents";

const GITHUB = "token.actions.githubusercontent.com";
const CLUSTER = "oidc.eks.eu-west-1.amazonaws.com/id/1";
const provider = (issuer: string) => ({ Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` });
const aud = { [`${GITHUB}:aud`]: "sts.amazonaws.com" };
const github = (condition?: object) => trusted(document(trust(provider(GITHUB), condition)));
const subject = (sub: unknown) => github({ StringEquals: aud, StringLike: { [`${GITHUB}:sub`]: sub } });

fixtures("iam-oidc-trust-pinned", {
  pass: {
    "the users of one application of Facebook": trusted(
      document(
        trust({ Federated: "graph.facebook.com" }, { StringEquals: { "graph.facebook.com:app_id": "4711" } }),
      ),
    ),
    "the users of one application of Amazon": trusted(
      document(
        trust({ Federated: "www.amazon.com" }, { StringEquals: { "www.amazon.com:app_id": "amzn1.app" } }),
      ),
    ),
    "one branch": subject("repo:org/app:ref:refs/heads/main"),
    "any branch of one repository": subject(["repo:org/app:*"]),
    "the subject exactly": github({
      StringEquals: { ...aud, [`${GITHUB}:sub`]: "repo:org/app:environment:prod" },
    }),
    "an account of a cluster": trusted(
      document(
        trust(provider(CLUSTER), {
          StringEquals: {
            [`${CLUSTER}:sub`]: "system:serviceaccount:ns:app",
            [`${CLUSTER}:aud`]: "sts.amazonaws.com",
          },
        }),
      ),
    ),
    "one identity pool": trusted(
      document(
        trust(
          { Federated: "cognito-identity.amazonaws.com" },
          { StringEquals: { "cognito-identity.amazonaws.com:aud": "eu-west-1:pool" } },
        ),
      ),
    ),
    SAML: trusted(document(trust({ Federated: "arn:aws:iam::111122223333:saml-provider/idp" }))),
  },
  fail: {
    "a subject that holds a repository further on": subject("repo:*:repo:org/app:x"),

    "any subject that ends so": subject("*:repo:org/app:ref:x"),
    "any account of a cluster that ends so": trusted(
      document(
        trust(provider(CLUSTER), {
          StringEquals: { [`${CLUSTER}:aud`]: "sts.amazonaws.com" },
          StringLike: { [`${CLUSTER}:sub`]: "*:serviceaccount:shop:app" },
        }),
      ),
    ),
    "no subject, for a service as well": trusted(
      document(trust({ ...provider(GITHUB), Service: "ec2.amazonaws.com" }, { StringEquals: aud })),
    ),
    "no condition": github(),
    "no subject": github({ StringEquals: aud }),
    "no audience": github({ StringLike: { [`${GITHUB}:sub`]: "repo:org/app:*" } }),
    "any subject": subject("*"),
    "any organisation": subject("repo:*/app:*"),
    "organisations that begin alike": subject("repo:org*"),
    "any repository": subject("repo:org/*"),
    "one good subject and one of anybody": subject(["repo:org/app:*", "repo:*"]),
    "a subject if there is one": github({
      StringEquals: aud,
      StringLikeIfExists: { [`${GITHUB}:sub`]: "repo:org/app:*" },
    }),
    "all subjects but one": github({
      StringEquals: aud,
      StringNotLike: { [`${GITHUB}:sub`]: "repo:evil/*" },
    }),
    "any account of a cluster": trusted(
      document(trust(provider(CLUSTER), { StringEquals: { [`${CLUSTER}:aud`]: "sts.amazonaws.com" } })),
    ),
    "any identity pool": trusted(document(trust({ Federated: "cognito-identity.amazonaws.com" }))),
  },
  unknown: {
    "a principal that is computed": trusted({
      Statement: [{ Effect: "Allow", Action: "sts:AssumeRoleWithWebIdentity", Principal: UNKNOWN }],
    }),

    "a trust that is computed": trusted(UNKNOWN),
    "a provider that is computed": trusted({ Statement: [trust({ Federated: UNKNOWN })] }),
    "a pattern that is computed": trusted({
      Statement: [trust(provider(GITHUB), { StringEquals: aud, StringLike: { [`${GITHUB}:sub`]: UNKNOWN } })],
    }),
  },
  unset: { "a role without a trust": ["notApplicable", trusted(undefined)] },
  alias: { none: "one token" },
  notApplicable: { "a service": trusted(document(trust({ Service: "ec2.amazonaws.com" }))) },
});

describe("iam-oidc-trust-pinned, without requireRepository", () => {
  const settings = { properties: { requireRepository: false } };

  it("takes the organisation for enough, and nothing less", async () => {
    assert.equal((await judge("iam-oidc-trust-pinned", subject("repo:org/*"), settings)).verdict, "pass");
    assert.equal((await judge("iam-oidc-trust-pinned", subject("repo:org*"), settings)).verdict, "fail");
    const further = subject("repo:*:repo:org/");
    assert.equal((await judge("iam-oidc-trust-pinned", further, settings)).verdict, "fail");
  });
});
