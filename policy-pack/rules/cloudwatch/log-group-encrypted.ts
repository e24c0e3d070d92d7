import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { present } from "../../shapes/property";

export const control = defineControl({
  id: "CW-01",
  name: "log-group-encrypted",
  title: "Log groups are encrypted with a KMS key of the account",
  why: "CloudWatch encrypts every log; only a key of your own has a policy that can keep a reader out.",
  fix: "Set kmsKeyId of the aws.cloudwatch.LogGroup to a key whose policy lets CloudWatch Logs use it.",
  severity: "low",
  enforcement: "advisory",
  types: tokens("cloudwatch/logGroup:LogGroup"),
  resource: present("kmsKeyId"),
  references: {
    nist80053: ["AU-9", "SC-13", "SC-28(1)"],
    wellArchitected: ["SEC08-BP01", "SEC08-BP02"],
    checkov: ["CKV_AWS_158"],
    cdkNag: ["CloudWatchLogGroupEncrypted"],
    awsConfig: ["cloudwatch-log-group-encrypted"],
    prowler: ["cloudwatch_log_group_kms_encryption_enabled"],
    trivy: ["AWS-0017"],
    pulumi: ["PB:cloudwatch-log-group-kms-encryption-enabled"],
  },
});
