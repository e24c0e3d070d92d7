import { TOPICS } from "../../aws/message-policies";
import { defineControl } from "../../registry/control";
import { customerKey } from "../../shapes/customer-key";
import { present } from "../../shapes/property";

interface Parameters {
  readonly customerKey: boolean;
}

const isEncrypted = present("kmsMasterKeyId");
const isByOwnKey = customerKey("kmsMasterKeyId");

export const control = defineControl<Parameters>({
  id: "SNS-01",
  name: "sns-topic-encrypted",
  title: "Topics are encrypted with KMS",
  why: "Messages wait on disks of AWS until they are delivered.",
  fix: "Set kmsMasterKeyId to a key whose policy lets the publishing services use it.",
  severity: "medium",
  enforcement: "advisory",
  types: TOPICS,
  parameters: {
    customerKey: {
      type: "boolean",
      default: false,
      description: "Ask for a key of one's own; with the key that AWS keeps, other services cannot publish.",
    },
  },
  resource: (subject, { parameters }) =>
    parameters.customerKey ? isByOwnKey(subject) : isEncrypted(subject),
  references: {
    securityHub: ["SNS.1"],
    nist80053: ["SC-13", "SC-28", "SC-28(1)"],
    wellArchitected: ["SEC08-BP02"],
    checkov: ["CKV_AWS_26"],
    cdkNag: ["SNSEncryptedKMS"],
    awsConfig: ["sns-encrypted-kms"],
    prowler: ["sns_topics_kms_encryption_at_rest_enabled"],
    trivy: ["AWS-0095", "AWS-0136"],
    pulumi: ["PB:sns-kms-encryption-enabled"],
  },
});
