import * as assert from "node:assert/strict";

import { aws, fixtures, judge, UNKNOWN } from "../../support/fixtures";

/** Put together here, so that no scanner takes the tests for a leak. */
const PASSWORD = ["hunter", "2hunter"].join("");
const ACCESS_KEY = ["AKIA", "Z7Q4", "M2XN", "8RTB", "W3KD"].join("");
const RANDOM = ["a8Fz0kQ2", "mX7cP4vL"].join("");

const lambda = (variables: unknown, props: object = {}) => ({
  lambda: aws("lambda/function:Function", { environment: { variables }, ...props }),
});

fixtures("function-environment-safe", {
  pass: {
    "settings and names": lambda({
      LOG_LEVEL: "debug",
      TABLE: "orders1234",
      TOKEN_TTL: "3600",
      USE_PASSWORD: "true",
    }),
    "references to a secret": lambda({
      DB_SECRET: "prod/orders-db-1",
      DB_SECRET_NAME: "orders-db-1",
      PASSWORD: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db1",
      API_KEY: "/orders/api-key-1",
      apiKey: "{{resolve:ssm:key1}}",
      SECRET: "orders-database-secret-2",
    }),
    "an empty value": lambda({ DB_PASSWORD: "" }),
  },
  fail: {
    "a password by its name": lambda({ DB_PASSWORD: PASSWORD }),
    "a password by its name in another spelling": lambda({ dbPassword: PASSWORD }),
    "a key by its value": lambda({ ANYTHING: ACCESS_KEY }),
    "an address with a password in it": lambda({ DATABASE_URL: `postgres://app:${PASSWORD}@db/app` }),
    "a token that is no name": lambda({ API_TOKEN: RANDOM }),
    "a secret beside a computed value": lambda({ ORIGIN: UNKNOWN, DB_PASSWORD: PASSWORD }),
  },
  unknown: {
    "an environment that is computed": lambda(UNKNOWN),
    "a value that is computed": lambda({ DB_PASSWORD: UNKNOWN }),
  },
  unset: {
    "a function without an environment": ["notApplicable", { lambda: aws("lambda/function:Function") }],
  },
  alias: { none: "one token" },
  notApplicable: { "an empty environment": lambda({}) },
});

describe("with a key of one's own", () => {
  fixtures("function-environment-safe", {
    pass: { "an environment with a key": lambda({ A: "b" }, { kmsKeyArn: UNKNOWN }) },
    fail: { "an environment without one": lambda({ A: "b" }) },
    unknown: { none: "said above" },
    unset: { none: "said above" },
    alias: { none: "one token" },
    notApplicable: { "a function without an environment": { lambda: aws("lambda/function:Function") } },
    settings: { properties: { customerKey: true } },
  });
});

describe("function-environment-safe", () => {
  it("names the variable and never shows its value", async () => {
    const { lines, told } = await judge("function-environment-safe", lambda({ DB_PASSWORD: PASSWORD }));
    assert.ok(told.some(({ message }) => message.includes('"DB_PASSWORD"')));
    assert.ok(!JSON.stringify([lines, told]).includes(PASSWORD));
  });
});
