import * as assert from "node:assert/strict";

import { isNamedAsSecret, isSecretVariable } from "../../policy-pack/aws/secrets-in-text";

const secrets = (...settings: readonly (readonly [string, string])[]) =>
  settings.filter(([name, value]) => isSecretVariable(name, value));

describe("values of settings", () => {
  it("are secrets by the last word of their name, in every spelling", () => {
    const named = [
      ...["DB_PASSWORD", "dbPassword", "db-password", "Password", "API_KEY", "apikey"],
      ...["S3_ACCESS_KEY", "encryptionKey"],
    ].map((name) => [name, "hunter2"] as const);
    assert.deepEqual(secrets(...named), named);
  });

  it("are secrets under a name that may be a reference, too, where they are no words", () => {
    const vague = ["CLIENT_SECRET", "AUTH_TOKEN", "smtp-credentials"];
    const random = vague.map((name) => [name, "a1B2".repeat(4)] as const);
    assert.deepEqual(secrets(...random), random);
    assert.deepEqual(secrets(...vague.map((name) => [name, "orders-database"] as const)), []);
    const words = ["see a1B2a1B2a1B2a1B2", "a1B2a1B2a1B2a1B2 is old"];
    assert.deepEqual(secrets(...words.map((value) => ["AUTH_TOKEN", value] as const)), []);
    assert.ok([...vague, "DB_PASSWORD"].every(isNamedAsSecret));
    assert.ok(!["TOKEN_TTL", "SECRET_ARN", "HOST"].some(isNamedAsSecret));
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
        ["ENCRYPTION_KEY", "00000000-aaaa-1111-bbbb-222222222222"],
        ["USE_TOKEN", "false"],
      ),
      [],
    );
  });

  it("are secrets by what they are, whatever their name", () => {
    const shown = [
      ["AKIA", "QWERTYUIOPASDFGH"].join(""),
      ["-----BEGIN RSA", "PRIVATE KEY-----"].join(" "),
      `ghp_${"a".repeat(36)}`,
      `glpat-${"a".repeat(20)}`,
      "xoxb-1234567890",
      `sk_live_${"a".repeat(16)}`,
      `eyJ${"a".repeat(10)}.eyJ${"a".repeat(10)}.x`,
      "postgres://app:hunter2@db/app",
      "POSTGRES://APP:HUNTER2@DB/APP",
      `AWS_SECRET_ACCESS_KEY=${"aB3/".repeat(10)}`,
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
