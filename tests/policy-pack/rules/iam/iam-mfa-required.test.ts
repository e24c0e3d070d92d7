import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { allow, document, trust, trusted } from "../../support/policy-documents";

const root = { AWS: "arn:aws:iam::111122223333:root" };
const factor = { Bool: { "aws:MultiFactorAuthPresent": "true" } };
const user = (...statements: readonly object[]) => ({
  policy: aws("iam/userPolicy:UserPolicy", { user: "u", policy: document(...statements) }),
});

fixtures("iam-mfa-required", {
  pass: {
    "high rights that one of two denials takes": user(
      allow("iam:*"),
      { ...allow("*", "*", { Bool: { "aws:SecureTransport": "false" } }), Effect: "Deny" },
      {
        ...allow("*", "*", {
          Bool: { "aws:SecureTransport": "false" },
          BoolIfExists: { "aws:MultiFactorAuthPresent": "false" },
        }),
        Effect: "Deny",
      },
    ),
    "an account's people by the name of one": trusted(
      document(trust(root, { ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/ci" } })),
    ),
    "an account's people with a factor": trusted(document(trust(root, factor))),
    "a factor that was shown lately": trusted(
      document(trust(root, { NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } })),
    ),
    "a factor that was shown lately, to the second": trusted(
      document(trust(root, { NumericLessThanEquals: { "aws:MultiFactorAuthAge": "3600" } })),
    ),
    "a role": trusted(document(trust({ AWS: "arn:aws:iam::111122223333:role/ci" }))),
    "a service": trusted(document(trust({ Service: "ec2.amazonaws.com" }))),
    "a third party that knows a word": trusted(
      document(trust(root, { StringEquals: { "sts:ExternalId": "word" } })),
    ),
    "a user's narrow policy": user(allow("s3:GetObject", "arn:aws:s3:::b/*")),
    "a user's high rights with a factor": user(allow("*", "*", factor)),
    "a user's high rights that are denied without": user(allow("*"), {
      ...allow("*", "*", { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } }),
      Effect: "Deny",
    }),
  },
  fail: {
    "a factor that was shown long ago": trusted(
      document(trust(root, { NumericGreaterThan: { "aws:MultiFactorAuthAge": "3600" } })),
    ),
    "a factor that was shown lately, if there was one": trusted(
      document(trust(root, { NumericLessThanIfExists: { "aws:MultiFactorAuthAge": "3600" } })),
    ),
    "a number that has nothing to do with it": trusted(
      document(trust(root, { NumericLessThan: { "aws:Other": "3600" } })),
    ),
    "a user's high rights that are denied with a factor only": user(allow("*"), {
      ...allow("*", "*", { Bool: { "aws:MultiFactorAuthPresent": "true" } }),
      Effect: "Deny",
    }),
    "a user's high rights that are denied with a factor and without": user(allow("*"), {
      ...allow("*", "*", { Bool: { "aws:MultiFactorAuthPresent": ["true", "false"] } }),
      Effect: "Deny",
    }),
    "a user's high rights that are denied for another reason": user(allow("*"), {
      ...allow("*", "*", { Bool: { "aws:SecureTransport": "false" } }),
      Effect: "Deny",
    }),
    "an account's people": trusted(document(trust(root))),
    "an account by its number": trusted(document(trust({ AWS: "111122223333" }))),
    "a user": trusted(document(trust({ AWS: ["arn:aws:iam::111122223333:user/u"] }))),
    "a factor if there is one": trusted(
      document(trust(root, { BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } })),
    ),
    "no factor": trusted(document(trust(root, { Bool: { "aws:MultiFactorAuthPresent": "false" } }))),
  },
  unknown: {
    "a trust that is computed": trusted(UNKNOWN),
    "a condition that is computed": trusted({ Statement: [{ ...trust(root), Condition: UNKNOWN }] }),
  },
  unset: { "a role without a trust": ["pass", trusted(undefined)] },
  alias: {
    "a user's high rights": user(allow("*")),
    "a group's rights over IAM": {
      policy: aws("iam/groupPolicy:GroupPolicy", { group: "g", policy: document(allow("iam:*")) }),
    },
  },
  otherTypes: {
    "a managed policy, which a service may have": {
      policy: aws("iam/policy:Policy", { policy: document(allow("*")) }),
    },
  },
});
