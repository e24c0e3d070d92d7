import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const method = (props: object) => ({
  method: aws("apigateway/method:Method", { httpMethod: "POST", ...props }),
});
const validator = (props: object) => ({
  validator: aws("apigateway/requestValidator:RequestValidator", { ...props }),
});

fixtures("api-requests-validated", {
  pass: {
    "a method with a validator": method({ requestValidatorId: "v-1" }),
    "a method with a validator that is computed": method({ requestValidatorId: UNKNOWN }),
    "a validator of bodies": validator({ validateRequestBody: true, validateRequestParameters: UNKNOWN }),
  },
  fail: { "a method with an empty validator": method({ requestValidatorId: "" }) },
  unknown: {
    "a validator whose checks are computed": validator({ validateRequestBody: UNKNOWN }),
    "a method without a validator, whose verb is computed": method({ httpMethod: UNKNOWN }),
  },
  unset: { "a method that says nothing": ["fail", method({})] },
  alias: { "a validator that checks nothing": validator({ validateRequestBody: false }) },
  notApplicable: { "a preflight": method({ httpMethod: "OPTIONS" }) },
});
