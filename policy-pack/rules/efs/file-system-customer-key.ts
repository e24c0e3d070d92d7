import { FILE_SYSTEMS } from "../../aws/file-systems";
import { defineControl } from "../../registry/control";
import { customerKey } from "../../shapes/customer-key";

export const control = defineControl({
  id: "EFS-02",
  name: "file-system-customer-key",
  title: "File systems are encrypted with a key of your own",
  why: "Only the policy of your own key can say who may read the data, and only your own key can be withdrawn.",
  fix: "Set kmsKeyId of the aws.efs.FileSystem.",
  severity: "low",
  enforcement: "advisory",
  types: FILE_SYSTEMS,
  resource: customerKey("kmsKeyId"),
  references: {
    nist80053: ["SC-12", "SC-12(2)", "SC-13", "SC-28", "SC-28(1)"],
    wellArchitected: ["SEC08-BP01"],
    checkov: ["CKV_AWS_184"],
    pulumi: [
      "CP:efs-filesystem-configure-customer-managed-key",
      "PB:efs-file-system-configure-customer-managed-key",
    ],
  },
});
