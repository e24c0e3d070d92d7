import { fixtures, UNKNOWN } from "../../support/fixtures";
import { daemon, task, UNSEEN } from "../../support/containers";

const holds = (name: string, value: string) => task([{ environment: [{ name, value }] }]);

const RANDOM = "a1B2".repeat(4);

fixtures("ecs-container-no-secrets", {
  pass: {
    "plain settings": holds("LOG_LEVEL", "debug"),
    "a secret that is referred to": task([{ secrets: [{ name: "DB_PASSWORD", valueFrom: UNKNOWN }] }]),
    "the ARN of a secret": holds("DB_PASSWORD", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db"),
    "the path of a parameter": holds("DB_PASSWORD", "/app/db/password"),
    "the name of a secret": holds("DB_SECRET", "shop/db"),
    "a setting about secrets": holds("TOKEN_TTL", "3600"),
    "a switch": holds("REQUIRE_TOKEN", "true"),
    "an address without a password": holds("DB_URL", "postgres://app@db:5432/app"),
    "an address that is computed": holds("QUEUE_URL", UNKNOWN),
    "an empty value": holds("AWS_ACCESS_KEY_ID", ""),
  },
  fail: {
    "the id of a key": holds("AWS_ACCESS_KEY_ID", "/looks/like/a/path"),
    "what the agent signs in with": holds("ECS_ENGINE_AUTH_DATA", "/looks/like/a/path"),

    "a password by its name": holds("DB_PASSWORD", "hunter2"),
    "a key by its name, in other letter case": task([{ Environment: [{ Name: "apiKey", Value: "abc" }] }]),
    "a secret of the list": holds("AWS_SECRET_ACCESS_KEY", "/looks/like/a/path"),
    "an access key by its value": holds("NOTE", ["AKIA", "QWERTYUIOPASDFGH"].join("")),
    "an address with a password": holds("DB_URL", "postgres://app:hunter2@db:5432/app"),
    "a secret of the second container": task([
      {},
      { environment: [{ name: "CLIENT_SECRET", value: RANDOM }] },
    ]),
  },
  unknown: {
    "a value that is computed": holds("DB_PASSWORD", UNKNOWN),
    "a name that is computed": holds(UNKNOWN, "x"),
    "an environment that is computed": task([{ environment: UNKNOWN }]),
    ...UNSEEN,
  },
  unset: { "a container without an environment": ["pass", task([{}])] },
  alias: { "a daemon with a token": daemon([{ environments: [{ name: "AUTH_TOKEN", value: RANDOM }] }]) },
});
