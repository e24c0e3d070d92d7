import { QUEUES } from "../../aws/message-policies";
import { known, valueOr } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "SQS-01",
  name: "sqs-queue-encrypted",
  title: "Queues are encrypted at rest",
  why: "Messages wait on disks of AWS; SQS encrypts them unless it is told not to.",
  fix: "Leave sqsManagedSseEnabled out or set it to true, or set kmsMasterKeyId.",
  severity: "medium",
  enforcement: "advisory",
  types: QUEUES,
  resource: ({ props }) => {
    const key = props.at("kmsMasterKeyId");
    const managed = props.at("sqsManagedSseEnabled");
    // A key that is named, known or not, encrypts whatever the other property says.
    if (key.isUnknown || (known(key.string()) ?? "") !== "") return pass;
    const isManaged = valueOr(managed.boolean(), true);
    if (isManaged === undefined) return undetermined(managed);
    return isManaged
      ? pass
      : fail(managed, text`the queue is not encrypted; required: a key or SQS's own encryption.`);
  },
  references: {
    securityHub: ["SQS.1"],
    nist80053: ["SC-13", "SC-28", "SC-28(1)"],
    wellArchitected: ["SEC08-BP02"],
    checkov: ["CKV_AWS_27"],
    cdkNag: ["AwsSolutions-SQS2"],
    awsConfig: ["sqs-queue-encrypted*"],
    prowler: ["sqs_queues_server_side_encryption_enabled"],
    trivy: ["AWS-0096"],
    pulumi: ["PB:sqs-encryption"],
  },
});
