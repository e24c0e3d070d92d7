import * as assert from "node:assert/strict";
import { gzipSync } from "node:zlib";

import { aws, fixtures, judge, UNKNOWN } from "../../support/fixtures";

/** Put together here, so that no scanner takes the tests for a leak. */
const ACCESS_KEY = ["AKIA", "Z7Q4", "M2XN", "8RTB", "W3KD"].join("");
const GITHUB_TOKEN = `ghp_${"a1B2c3D4e5F6".repeat(3)}`;
const PASSWORD = ["hunter", "2hunter"].join("");
const PRIVATE_KEY = ["-----BEGIN RSA", "PRIVATE KEY-----"].join(" ");

const instance = (userData: string) => ({ instance: aws("ec2/instance:Instance", { userData }) });
const encoded = (text: string) => Buffer.from(text).toString("base64");

fixtures("user-data-no-secrets", {
  pass: {
    "a script without secrets": instance("#!/bin/bash\necho ECS_CLUSTER=web >> /etc/ecs/ecs.config\n"),
    "a script that asks for a secret": instance(
      "DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id db)\nTOKEN=`curl -X PUT 169.254.169.254`",
    ),
    "a script that names a file or a setting": instance(
      "PASSWORD_FILE=/run/secrets/db1\nPasswordAuthentication no\npasswd: files systemd\npassword: required\n",
    ),
    "a template with a reference": instance('password: "{{resolve:secretsmanager:db1}}"'),
    "the key of AWS's own examples": instance(["AKIAIOSF", "ODNN7EXAMPLE"].join("")),
    "an address with a reference in it": instance("postgres://app:${PASSWORD_1}@db:5432/app"),
    "an encoded script without secrets": {
      template: aws("ec2/launchTemplate:LaunchTemplate", {
        userData: encoded("#!/bin/bash\nyum update -y\n"),
      }),
    },
  },
  fail: {
    "an access key": instance(`export AWS_ACCESS_KEY_ID=${ACCESS_KEY}`),
    "a secret access key": instance(`aws_secret_access_key = ${"abcd/EFGH+".repeat(4)}`),
    "a token of a service": instance(`git clone https://${GITHUB_TOKEN}@github.com/a/b`),
    "a private key": instance(`cat > key <<EOF\n${PRIVATE_KEY}\nMIIE\nEOF`),
    "a password": instance(`export DB_PASSWORD=${PASSWORD}`),
    "a password in YAML": instance(`#cloud-config\npassword: ${PASSWORD}\n`),
    "an address with a password in it": instance(`psql postgres://app:${PASSWORD}@db:5432/app`),
    "an encoded password": {
      instance: aws("ec2/instance:Instance", { userDataBase64: encoded(`PASSWORD=${PASSWORD}\n`) }),
    },
  },
  unknown: {
    "user data that is computed": instance(UNKNOWN),
    "user data that is packed": {
      instance: aws("ec2/instance:Instance", {
        userDataBase64: gzipSync("#!/bin/bash\n").toString("base64"),
      }),
    },
  },
  unset: { "an instance without user data": ["pass", { instance: aws("ec2/instance:Instance") }] },
  alias: {
    "an encoded password in a template": {
      template: aws("ec2/launchTemplate:LaunchTemplate", { userData: encoded(`PASSWORD=${PASSWORD}\n`) }),
    },
    "a password in a launch configuration": {
      configuration: aws("ec2/launchConfiguration:LaunchConfiguration", { userData: `PASSWORD=${PASSWORD}` }),
    },
    "a password in a Spot request": {
      request: aws("ec2/spotInstanceRequest:SpotInstanceRequest", { userData: `PASSWORD=${PASSWORD}` }),
    },
  },
});

describe("user-data-no-secrets", () => {
  it("never shows what it found", async () => {
    const { lines, told } = await judge("user-data-no-secrets", instance(`DB_PASSWORD=${PASSWORD}`));
    assert.ok(told.length > 0);
    assert.ok(!JSON.stringify([lines, told]).includes(PASSWORD));
  });
});
