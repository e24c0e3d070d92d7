import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { customerKey } from "../../shapes/customer-key";

export const control = defineControl({
  id: "RDS-36",
  name: "rds-replicated-backups-customer-key",
  title: "Backups in another Region and activity streams are encrypted with a key of your own",
  why: "They hold the data and every statement; only a key of your own says who may read them.",
  fix: "Set kmsKeyId to the ARN of an aws.kms.Key in the Region of the copy.",
  severity: "low",
  enforcement: "advisory",
  types: tokens(
    "rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
    "rds/clusterActivityStream:ClusterActivityStream",
  ),
  resource: customerKey("kmsKeyId"),
  references: {
    nist80053: ["SC-12", "SC-13", "SC-28(1)"],
    wellArchitected: ["SEC08-BP01"],
    checkov: ["CKV_AWS_245", "CKV_AWS_246"],
  },
});
