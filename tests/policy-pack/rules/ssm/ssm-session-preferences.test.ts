import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const good = { kmsKeyId: "alias/sessions", s3BucketName: "logs", s3EncryptionEnabled: true };
const session = (content: unknown, documentType: unknown = "Session") => ({
  document: aws("ssm/document:Document", { documentType, content }),
});
const preferences = (inputs: object, sessionType = "Standard_Stream") =>
  session(JSON.stringify({ schemaVersion: "1.0", sessionType, inputs: { ...good, ...inputs } }));

fixtures("ssm-session-preferences", {
  pass: {
    "a key and a bucket": preferences({}),
    "a log group": preferences({
      s3BucketName: "",
      cloudWatchLogGroupName: "l",
      cloudWatchEncryptionEnabled: true,
    }),
    "a key that is computed": session({ inputs: { ...good, kmsKeyId: UNKNOWN } }),
  },
  fail: {
    "no key": preferences({ kmsKeyId: "" }),
    "no log": preferences({ s3BucketName: "" }),
    "a log that need not be encrypted": preferences({ s3EncryptionEnabled: false }),
    "one of two logs that need not": preferences({
      cloudWatchLogGroupName: "l",
      cloudWatchEncryptionEnabled: false,
    }),
  },
  unknown: {
    "a content that is computed": session(UNKNOWN),
    "a content in YAML": session("schemaVersion: '1.0'"),
    "a type that is computed": session(JSON.stringify({ inputs: {} }), UNKNOWN),
    "a switch that is computed": session({ inputs: { ...good, s3EncryptionEnabled: UNKNOWN } }),
  },
  unset: {
    "preferences without inputs": ["fail", session(JSON.stringify({ sessionType: "Standard_Stream" }))],
  },
  alias: { none: "one token" },
  notApplicable: {
    "a document of commands": session(JSON.stringify({}), "Command"),
    "forwarding of a port": preferences({ kmsKeyId: "" }, "Port"),
  },
});
