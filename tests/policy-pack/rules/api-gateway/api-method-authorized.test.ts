import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const method = (props: object) => ({
  method: aws("apigateway/method:Method", {
    restApi: "api-1",
    resourceId: "r-1",
    httpMethod: "GET",
    ...props,
  }),
});

fixtures("api-method-authorized", {
  pass: {
    "a method for users of IAM": method({ authorization: "AWS_IAM" }),
    "a method for users of a pool": method({ authorization: "COGNITO_USER_POOLS" }),
    "a method that asks for a key": method({ authorization: "NONE", apiKeyRequired: true }),
    "a method that asks for a key, whose authorization is computed": method({
      authorization: UNKNOWN,
      apiKeyRequired: true,
    }),
  },
  fail: {
    "a method for everyone": method({ authorization: "NONE" }),
    "a method for everyone, of all verbs": method({ authorization: "NONE", httpMethod: "ANY" }),
    "a method without a key": method({ authorization: "NONE", apiKeyRequired: false }),
  },
  unknown: {
    "a method whose authorization is computed": method({ authorization: UNKNOWN }),
    "a method whose key is computed": method({ authorization: "NONE", apiKeyRequired: UNKNOWN }),
    "a method for everyone, whose verb is computed": method({ authorization: "NONE", httpMethod: UNKNOWN }),
  },
  unset: { "a method that says nothing": ["fail", method({})] },
  alias: { none: "one token" },
  notApplicable: { "a preflight": method({ authorization: "NONE", httpMethod: "OPTIONS" }) },
});
