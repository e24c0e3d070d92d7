import * as assert from "node:assert/strict";

import { holdsSecret } from "../../policy-pack/aws/secret-values";

const secrets = (...settings: readonly (readonly [string, string])[]) =>
  settings.filter(([name, value]) => holdsSecret(name, value));

describe("values of settings", () => {
  it("are secrets by the last word of their name, in every spelling", () => {
    const named = [
      ...["DB_PASSWORD", "dbPassword", "db-password", "Password", "CLIENT_SECRET", "API_KEY", "apikey"],
      ...["AUTH_TOKEN", "S3_ACCESS_KEY", "encryptionKey", "SMTP_CREDENTIALS"],
    ].map((name) => [name, "hunter2"] as const);
    assert.deepEqual(secrets(...named), named);
  });

  it("are no secrets where the name only speaks of one, or the value points at one", () => {
    assert.deepEqual(
      secrets(
        ["PASSWORD_MIN_LENGTH", "12"],
        ["SECRET_ARN", "x"],
        ["PUBLIC_KEY", "x"],
        ["MONKEY", "x"],
        ["DB_PASSWORD", "arn:aws:ssm:eu-west-1:111122223333:parameter/db"],
        ["DB_PASSWORD", "/app/db"],
        ["DB_PASSWORD", "shop/db"],
        ["DB_PASSWORD", "${db_password}"],
        ["DB_PASSWORD", ""],
        ["USE_TOKEN", "false"],
      ),
      [],
    );
  });

  it("are secrets by what they are, whatever their name", () => {
    const shown = [
      "AKIAIOSFODNN7EXAMPLE",
      `-----BEGIN RSA PRIVATE KEY-----`,
      `ghp_${"a".repeat(36)}`,
      `glpat-${"a".repeat(20)}`,
      "xoxb-1234567890",
      `sk_live_${"a".repeat(16)}`,
      `eyJ${"a".repeat(10)}.eyJ${"a".repeat(10)}.x`,
      "postgres://app:hunter2@db/app",
    ].map((value) => ["NOTE", value] as const);
    assert.deepEqual(secrets(...shown), shown);
  });

  it("are no secrets where an address leaves its password to be filled in", () => {
    assert.deepEqual(
      secrets(["URL", "postgres://app:${PASSWORD}@db/app"], ["URL", "https://app@db:5432/x@y"]),
      [],
    );
  });
});
