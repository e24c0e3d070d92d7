import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const pull = { Effect: "Allow", Principal: "*", Action: "ecr:BatchGetImage" };
const text = (...Statement: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const policy = (document: unknown) => ({
  policy: aws("ecr/repositoryPolicy:RepositoryPolicy", { repository: "app", policy: document }),
});
const when = (Condition: unknown) => policy({ Statement: [{ ...pull, Condition }] });

fixtures("ecr-policy-not-public", {
  pass: {
    "a policy for an account": policy(
      text({ ...pull, Principal: { AWS: "arn:aws:iam::111122223333:root" } }),
    ),
    "a policy for a service": policy(text({ ...pull, Principal: { Service: "lambda.amazonaws.com" } })),
    "a policy for the organisation": policy(
      text({ ...pull, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }),
    ),
    "a policy that denies everyone": policy(text({ ...pull, Effect: "Deny" })),
  },
  fail: {
    "a policy for everyone": policy(text(pull)),
    "a policy for every AWS principal": policy(text({ ...pull, Principal: { AWS: ["*"] } })),
    "a policy for an account and everyone": policy(
      text({ ...pull, Principal: { AWS: ["arn:aws:iam::111122223333:root", "*"] } }),
    ),
    "a policy for everyone but some": policy(
      text({ ...pull, Principal: undefined, NotPrincipal: { AWS: "arn:aws:iam::111122223333:root" } }),
    ),
    "a single statement for everyone": policy({ Statement: pull }),
    "a condition that says nothing of who asks": when({
      StringEquals: { "aws:RequestedRegion": "eu-west-1" },
    }),
    "a condition that holds where its key is missing": when({
      StringEqualsIfExists: { "aws:PrincipalOrgID": "o-1" },
    }),
    "a statement for everyone beside one that is computed": policy({
      Statement: [{ ...pull, Principal: { AWS: UNKNOWN } }, pull],
    }),
  },
  unknown: {
    "a policy that is computed": policy(UNKNOWN),
    "a policy that is no JSON": policy("not json"),
    "a principal that is computed": policy({ Statement: [{ ...pull, Principal: { AWS: UNKNOWN } }] }),
    "a condition that is computed": when(UNKNOWN),
  },
  unset: {
    "a template that sets no policy": [
      "notApplicable",
      { template: aws("ecr/repositoryCreationTemplate:RepositoryCreationTemplate", { prefix: "ROOT" }) },
    ],
  },
  alias: {
    "a policy of the registry": { policy: aws("ecr/registryPolicy:RegistryPolicy", { policy: text(pull) }) },
    "a template of public repositories": {
      template: aws("ecr/repositoryCreationTemplate:RepositoryCreationTemplate", {
        prefix: "ROOT",
        repositoryPolicy: text(pull),
      }),
    },
  },
});
