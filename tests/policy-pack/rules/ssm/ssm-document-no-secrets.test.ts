import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const document = (content: unknown) => ({
  document: aws("ssm/document:Document", { documentType: "Command", content }),
});
const running = (...runCommand: readonly string[]) =>
  document(JSON.stringify({ mainSteps: [{ action: "aws:runShellScript", inputs: { runCommand } }] }));
// Not a key: it is made of parts, so that no scanner takes this file for a leak.
const accessKey = ["AKIA", "QWERTYUIOPASDFGH"].join("");

fixtures("ssm-document-no-secrets", {
  pass: {
    commands: running("yum update -y", "systemctl restart app"),
    "a reference to a parameter": running("export PASSWORD={{ssm-secure:/app/password:1}}"),
    "a document in YAML": document("mainSteps:\n- action: aws:runShellScript\n"),
  },
  fail: {
    "an access key": running(`aws configure set aws_access_key_id ${accessKey}`),
    "a password": running("mysql --password=hunter2hunter2"),
    "a password in one of several commands": running("yum update -y", "mysql --password=hunter2hunter2"),
    "a password by the name of its property": document(
      JSON.stringify({
        parameters: { dbPassword: { default: "x" } },
        inputs: { password: "hunter2hunter2" },
      }),
    ),
    "a password in YAML": document("inputs:\n  password: hunter2hunter2\n"),
    "a password in one of several commands of an object": document({
      runCommand: ["yum update -y", "mysql --password=hunter2hunter2"],
    }),
    "an access key beside what is computed": document({ a: UNKNOWN, b: accessKey }),
  },
  unknown: {
    "a content that is computed": document(UNKNOWN),
    "a part that is computed": document({ a: UNKNOWN }),
  },
  unset: { "no content, which AWS refuses": ["pass", { document: aws("ssm/document:Document") }] },
  alias: { none: "one token" },
});
