import { fixtures, UNKNOWN } from "../../support/fixtures";
import { HTTP, httpStage, REST, restStage } from "../../support/apis";

const stage = (variables: unknown) => ({ ...REST, ...restStage({ variables }) });

fixtures("api-stage-no-secrets", {
  pass: {
    "plain variables": stage({ backend: "orders.internal", tokenTtl: "60" }),
    "a name that is computed": stage({ backend: UNKNOWN }),
    "the ARN of a secret": stage({ dbPassword: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db" }),
  },
  fail: {
    "a password by its name": stage({ dbPassword: "hunter2" }),
    "a token by its value": stage({ note: `ghp_${"a".repeat(36)}` }),
    "a password beside a value that is computed": stage({ backend: UNKNOWN, dbPassword: "hunter2" }),
  },
  unknown: {
    "variables that are computed": stage(UNKNOWN),
    "a token that is computed": stage({ token: UNKNOWN }),
  },
  unset: { "a stage without variables": ["pass", { ...REST, ...restStage() }] },
  alias: {
    "a stage of an HTTP API with a key": { ...HTTP, ...httpStage({ stageVariables: { api_key: "abc" } }) },
  },
});
