import { defineControl } from "../../registry/control";
import { present } from "../../shapes/property";
import { TRAILS } from "../../shapes/trails";

export const control = defineControl({
  id: "CT-02",
  name: "trail-encrypted",
  title: "Trails are encrypted with a KMS key of the account",
  why: "S3 encrypts every log file; only a key of your own keeps out those who may read the bucket.",
  fix: "Set kmsKeyId of the aws.cloudtrail.Trail to a key whose policy lets CloudTrail use it.",
  severity: "medium",
  enforcement: "advisory",
  types: TRAILS,
  resource: present("kmsKeyId"),
  references: {
    securityHub: ["CloudTrail.2"],
    cis3: ["3.5"],
    nist80053: ["AU-9", "SC-7(10)", "SC-13", "SC-28", "SC-28(1)"],
    wellArchitected: ["SEC08-BP01", "SEC08-BP02"],
    checkov: ["CKV_AWS_35"],
    cdkNag: ["CloudTrailEncryptionEnabled"],
    awsConfig: ["cloud-trail-encryption-enabled"],
    prowler: ["cloudtrail_kms_encryption_enabled"],
    trivy: ["AWS-0015"],
    pulumi: ["PB:cloudtrail-kms-encryption-enabled"],
  },
});
