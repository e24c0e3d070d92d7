import { TABLE_REPLICAS, TABLES } from "../../aws/dynamodb-tables";
import { defineControl } from "../../registry/control";
import { eachOf } from "../../shapes/elements";
import { all, oneOf } from "../../shapes/property";

const isProtected = oneOf("deletionProtectionEnabled", [true], false);

export const control = defineControl({
  id: "DDB-03",
  name: "dynamodb-deletion-protection",
  title: "Tables and their replicas are protected against deletion",
  why: "A renamed resource or a wrong stack would otherwise take the data with it.",
  fix: "Set deletionProtectionEnabled to true on the aws.dynamodb.Table and on each replica.",
  severity: "medium",
  enforcement: "advisory",
  types: [...TABLES, ...TABLE_REPLICAS],
  resource: all(isProtected, eachOf("replicas", isProtected)),
  references: {
    securityHub: ["DynamoDB.6"],
    nist80053: ["CA-9(1)", "CM-2", "CM-2(2)", "CM-3", "SC-5(2)"],
    wellArchitected: ["REL09-BP02"],
    awsConfig: ["dynamodb-table-deletion-protection-enabled"],
    prowler: ["dynamodb_table_deletion_protection_enabled"],
  },
});
