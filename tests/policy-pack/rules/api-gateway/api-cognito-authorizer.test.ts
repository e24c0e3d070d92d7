import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const method = (props: object) => ({
  method: aws("apigateway/method:Method", { httpMethod: "GET", ...props }),
});

fixtures("api-cognito-authorizer", {
  pass: { "a method for users of a pool": method({ authorization: "COGNITO_USER_POOLS" }) },
  fail: { "a method for users of IAM": method({ authorization: "AWS_IAM" }) },
  unknown: { "a method whose authorization is computed": method({ authorization: UNKNOWN }) },
  unset: { "a method that says nothing": ["fail", method({})] },
  alias: { none: "one token" },
  notApplicable: { "a preflight": method({ authorization: "NONE", httpMethod: "OPTIONS" }) },
});
