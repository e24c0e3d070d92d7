import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { policy } from "../../support/buckets";

const put = {
  Effect: "Allow",
  Principal: { Service: "es.amazonaws.com" },
  Action: "logs:PutLogEvents",
  Resource: "*",
};
const given = (policyDocument: unknown) => ({
  policy: aws("cloudwatch/logResourcePolicy:LogResourcePolicy", { policyName: "p", policyDocument }),
});
const destination = (accessPolicy: unknown) => ({
  policy: aws("cloudwatch/logDestinationPolicy:LogDestinationPolicy", { destinationName: "d", accessPolicy }),
});

fixtures("log-policy-not-public", {
  pass: {
    "a policy for a service": given(policy(put)),
    "a policy for everyone from one account": given(
      policy({
        ...put,
        Principal: "*",
        Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
      }),
    ),
    "a destination for an account": destination(policy({ ...put, Principal: { AWS: "111122223333" } })),
  },
  fail: {
    "a policy for everyone": given(policy({ ...put, Principal: "*" })),
    "a policy for everyone by a list": given(policy(put, { ...put, Principal: { AWS: ["*"] } })),
  },
  unknown: {
    "a policy that is computed": given(UNKNOWN),
    "a destination whose policy is computed": destination(UNKNOWN),
  },
  unset: { "a policy without statements": ["pass", given("{}")] },
  alias: { "a destination for everyone": destination(policy({ ...put, Principal: "*" })) },
});
