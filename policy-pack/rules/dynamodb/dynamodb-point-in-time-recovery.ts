import { TABLE_REPLICAS, TABLES } from "../../aws/dynamodb-tables";
import { defineControl } from "../../registry/control";
import { eachOf } from "../../shapes/elements";
import { all, oneOf } from "../../shapes/property";

const replica = oneOf("pointInTimeRecovery", [true], false);
// A replica does not follow its table, and a restored table does not follow its source.
const table = all(oneOf("pointInTimeRecovery.enabled", [true], false), eachOf("replicas", replica));

export const control = defineControl({
  id: "DDB-01",
  name: "dynamodb-point-in-time-recovery",
  title: "Tables and their replicas can be restored to any second of the last weeks",
  why: "A wrong write is in every replica at once; only a restore takes it back.",
  fix: "Set pointInTimeRecovery.enabled on the aws.dynamodb.Table, and pointInTimeRecovery on each replica.",
  severity: "medium",
  enforcement: "advisory",
  types: [...TABLES, ...TABLE_REPLICAS],
  resource: (subject) => (TABLES.includes(subject.type) ? table(subject) : replica(subject)),
  references: {
    securityHub: ["DynamoDB.2"],
    nist80053: ["CP-10", "CP-6(2)", "CP-9", "SI-12", "SI-13(5)"],
    wellArchitected: ["REL09-BP01", "REL09-BP03"],
    checkov: ["CKV_AWS_28"],
    cdkNag: ["AwsSolutions-DDB3", "DynamoDBPITREnabled"],
    awsConfig: ["dynamodb-pitr-enabled"],
    prowler: ["dynamodb_tables_pitr_enabled"],
    trivy: ["AWS-0024"],
    pulumi: ["PB:dynamodb-point-in-time-recovery-enabled"],
  },
});
