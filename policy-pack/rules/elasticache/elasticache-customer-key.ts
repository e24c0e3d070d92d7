import { REPLICATION_GROUPS, SERVERLESS_CACHES } from "../../aws/caches";
import { defineControl } from "../../registry/control";
import { customerKey } from "../../shapes/customer-key";

export const control = defineControl({
  id: "EC-04",
  name: "elasticache-customer-key",
  title: "Caches are encrypted with a key of your own",
  why: "Only a key of your own has a policy and a log of its use, and can be withdrawn.",
  fix: "Set kmsKeyId to the ARN of an aws.kms.Key.",
  severity: "low",
  enforcement: "advisory",
  types: [...REPLICATION_GROUPS, ...SERVERLESS_CACHES],
  resource: customerKey("kmsKeyId"),
  references: {
    nist80053: ["SC-12", "SC-13", "SC-28(1)"],
    wellArchitected: ["SEC08-BP01"],
    checkov: ["CKV_AWS_191"],
  },
});
