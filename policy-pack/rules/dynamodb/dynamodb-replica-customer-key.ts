import { TABLE_REPLICAS, TABLES } from "../../aws/dynamodb-tables";
import { defineControl } from "../../registry/control";
import { customerKey } from "../../shapes/customer-key";
import { eachOf } from "../../shapes/elements";

const hasKey = customerKey("kmsKeyArn");
const replicasHaveKeys = eachOf("replicas", hasKey);

export const control = defineControl({
  id: "DDB-07",
  name: "dynamodb-replica-customer-key",
  title: "Replicas of tables are encrypted with a key of your own",
  why: "The key of the table stays in its Region; a replica without one of your own is encrypted with a key of AWS.",
  fix: "Set kmsKeyArn on each replica to a key in its Region.",
  severity: "low",
  enforcement: "advisory",
  // Global tables of 2017 join tables that are resources of their own, and have no key.
  types: [...TABLES, ...TABLE_REPLICAS],
  resource: (subject) => (TABLES.includes(subject.type) ? replicasHaveKeys(subject) : hasKey(subject)),
  references: {
    nist80053: ["SC-12", "SC-13", "SC-28(1)"],
    wellArchitected: ["SEC08-BP01"],
    checkov: ["CKV_AWS_271", "CKV_AWS_165"],
  },
});
