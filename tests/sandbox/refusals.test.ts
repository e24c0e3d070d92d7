import * as assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findRefusals, RefusedToStart, refuseToTouchAnythingReal } from "../../sandbox/refusals";

describe("a sandbox's refusal to start", () => {
  let homeDir = "";
  beforeEach(() => {
    homeDir = mkdtempSync(join(tmpdir(), "home-"));
  });
  afterEach(() => {
    rmSync(homeDir, { recursive: true, force: true });
  });

  const find = (env: Record<string, string>): string[] =>
    findRefusals({ env, homeDir, sandboxesDir: join(homeDir, "project", ".sandbox") }).map(
      ({ found }) => found,
    );

  const writeAwsFile = (name: string, text: string): string => {
    mkdirSync(join(homeDir, ".aws"), { recursive: true });
    writeFileSync(join(homeDir, ".aws", name), text);
    return join(homeDir, ".aws", name);
  };

  const AWS_VARIABLES = [
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "AWS_PROFILE",
    "AWS_DEFAULT_PROFILE",
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_ROLE_ARN",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    "AWS_CONTAINER_AUTHORIZATION_TOKEN",
    "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
  ];
  for (const name of AWS_VARIABLES) {
    it(`follows from ${name}, which gives AWS credentials`, () => {
      assert.match(find({ [name]: "anything" }).join(), new RegExp(`^${name} is set`));
    });
  }

  const PULUMI_SETTINGS = {
    PULUMI_ACCESS_TOKEN: "pul-0123456789",
    PULUMI_BACKEND_URL: "s3://state-of-the-company",
    PULUMI_HOME: "/somewhere/.pulumi",
  };
  for (const [name, value] of Object.entries(PULUMI_SETTINGS)) {
    it(`follows from ${name}, which leads to a backend that is not the sandbox's own`, () => {
      assert.match(find({ [name]: value }).join(), new RegExp(`^${name} is set`));
    });
  }

  it("does not follow from the sandbox's own settings, as its shell has them", () => {
    const own = join(homeDir, "project", ".sandbox", "dev");
    assert.deepEqual(
      find({ PULUMI_HOME: join(own, "pulumi-home"), PULUMI_BACKEND_URL: `file://${own}/state` }),
      [],
    );
  });

  it("does not follow from settings of AWS's tools that hold no credentials", () => {
    assert.deepEqual(
      find({ AWS_REGION: "eu-west-1", AWS_CA_BUNDLE: "/etc/bundle.pem", AWS_PROFILE: "" }),
      [],
    );
  });

  it("follows from credentials of the default profile in the user's home", () => {
    const file = writeAwsFile("credentials", "[default]\naws_access_key_id = x\naws_secret_access_key = y\n");
    assert.deepEqual(find({}), [`${file} gives the default profile credentials`]);
  });

  it("follows from a default profile that gets its credentials by single sign-on, a role or a process", () => {
    for (const line of ["sso_session = x", "role_arn = x", "credential_process = x", "login_session = x"]) {
      const file = writeAwsFile("config", `[default]\nregion = eu-west-1\n${line}\n`);
      assert.deepEqual(find({}), [`${file} gives the default profile credentials`], line);
    }
  });

  it("does not follow from a default profile without credentials, nor from other profiles that nobody chose", () => {
    writeAwsFile("config", "[default]\nregion = eu-west-1\n[profile prod]\nrole_arn = x\n");
    writeAwsFile("credentials", "[prod]\naws_access_key_id = x\n");
    assert.deepEqual(find({}), []);
  });

  it("looks where the environment says that the shared files lie", () => {
    const file = writeAwsFile("credentials", "[default]\naws_access_key_id = x\n");
    assert.deepEqual(find({ AWS_SHARED_CREDENTIALS_FILE: "/dev/null" }), []);
    assert.equal(find({ AWS_CONFIG_FILE: file, AWS_SHARED_CREDENTIALS_FILE: "/dev/null" }).length, 1);
  });

  it("says everything that was found and one command that helps, and tells no value", () => {
    const file = writeAwsFile("credentials", "[default]\naws_access_key_id = x\n");
    const env = { AWS_SECRET_ACCESS_KEY: "keep-this-to-yourself", PULUMI_ACCESS_TOKEN: "and-this" };
    const act = (): void => {
      refuseToTouchAnythingReal({ env, homeDir, sandboxesDir: join(homeDir, ".sandbox") });
    };
    assert.throws(act, (error: unknown) => {
      assert.ok(error instanceof RefusedToStart);
      assert.match(error.message, /AWS_SECRET_ACCESS_KEY is set: a secret access key/);
      assert.ok(error.message.includes(file));
      assert.match(
        error.message,
        /env -u AWS_SECRET_ACCESS_KEY -u PULUMI_ACCESS_TOKEN AWS_SHARED_CREDENTIALS_FILE=\/dev\/null npm run sandbox/,
      );
      assert.doesNotMatch(error.message, /keep-this|and-this/);
      return true;
    });
  });
});
