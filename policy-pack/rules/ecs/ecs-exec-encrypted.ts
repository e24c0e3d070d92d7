import { tokens } from "../../aws/tokens";
import { defineControl, type Subject } from "../../registry/control";
import { all, oneOf, present } from "../../shapes/property";
import { notApplicable, type Outcome, pass } from "../../verdict/outcome";

const EXEC = "configuration.executeCommandConfiguration";
const LOGS = `${EXEC}.logConfiguration`;

/** Asks for encryption of logs that go to a place, which AWS leaves off where nothing is said. */
function encrypted(destination: string, flag: string) {
  return (subject: Subject): Outcome =>
    subject.props.at(`${LOGS}.${destination}`).isAbsent
      ? pass
      : oneOf(`${LOGS}.${flag}`, [true], false)(subject);
}

const isEncrypted = all(
  present(`${EXEC}.kmsKeyId`),
  encrypted("cloudWatchLogGroupName", "cloudWatchEncryptionEnabled"),
  encrypted("s3BucketName", "s3BucketEncryptionEnabled"),
);

export const control = defineControl({
  id: "ECS-03",
  name: "ecs-exec-encrypted",
  title: "Sessions of ECS Exec and their logs are encrypted with a key of yours",
  why: "What is typed and shown in a session is as confidential as what the container holds.",
  fix: "Set kmsKeyId of the cluster's executeCommandConfiguration, and cloudWatchEncryptionEnabled or s3BucketEncryptionEnabled.",
  severity: "low",
  enforcement: "advisory",
  types: tokens("ecs/cluster:Cluster"),
  resource: (subject) =>
    subject.props.at(EXEC).isAbsent
      ? notApplicable("The cluster says nothing of ECS Exec")
      : isEncrypted(subject),
  references: {
    nist80053: ["SC-8", "SC-12", "SC-13", "SC-28"],
    wellArchitected: ["SEC08-BP01", "SEC08-BP02"],
    checkov: ["CKV_AWS_224"],
  },
});
