import { FILE_SYSTEMS } from "../../aws/file-systems";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "EFS-01",
  name: "file-system-encrypted",
  title: "File systems are encrypted",
  why: "Encryption can only be chosen when a file system is made; later it takes a copy of all files.",
  fix: "Set encrypted to true on the aws.efs.FileSystem.",
  severity: "high",
  enforcement: "mandatory",
  types: FILE_SYSTEMS,
  resource: oneOf("encrypted", [true], false),
  references: {
    securityHub: ["EFS.1", "EFS.8"],
    cis3: ["2.4.1"],
    nist80053: ["CA-9(1)", "CM-3(6)", "SC-13", "SC-28", "SC-28(1)", "SC-7(10)", "SI-7(6)"],
    wellArchitected: ["SEC08-BP02"],
    checkov: ["CKV_AWS_42"],
    cdkNag: ["AwsSolutions-EFS1", "EFSEncrypted"],
    awsConfig: ["efs-encrypted-check"],
    prowler: ["efs_encryption_at_rest_enabled"],
    trivy: ["AWS-0037"],
    pulumi: [
      "AG:efs-encrypted",
      "CP:efs-filesystem-disallow-unencrypted-file-system",
      "PB:efs-file-system-disallow-unencrypted-file-system",
    ],
  },
});
