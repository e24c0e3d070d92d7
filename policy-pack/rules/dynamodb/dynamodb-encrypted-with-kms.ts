import { TABLES } from "../../aws/dynamodb-tables";
import { defineControl } from "../../registry/control";
import { customerKey } from "../../shapes/customer-key";
import { oneOf } from "../../shapes/property";

interface Parameters {
  readonly customerKey: boolean;
}

const isOn = oneOf("serverSideEncryption.enabled", [true], false);
const hasKey = customerKey("serverSideEncryption.kmsKeyArn");

export const control = defineControl<Parameters>({
  id: "DDB-02",
  name: "dynamodb-encrypted-with-kms",
  title: "Tables are encrypted with a key of the account",
  why: "Every table is encrypted, but the use of a key that AWS owns is in no log of yours.",
  fix: "Set serverSideEncryption.enabled on the aws.dynamodb.Table, and kmsKeyArn for a key of your own.",
  severity: "low",
  enforcement: "advisory",
  types: TABLES,
  parameters: {
    customerKey: {
      type: "boolean",
      default: false,
      description: "Ask for a key of your own; without it, that of AWS in the account will do.",
    },
  },
  resource: (subject, { parameters }) => {
    const on = isOn(subject);
    return on.verdict === "pass" && parameters.customerKey ? hasKey(subject) : on;
  },
  references: {
    nist80053: ["SC-12", "SC-13", "SC-28", "SC-28(1)"],
    wellArchitected: ["SEC08-BP01", "SEC08-BP02"],
    checkov: ["CKV_AWS_119"],
    awsConfig: ["dynamodb-table-encrypted-kms", "dynamodb-table-encryption-enabled"],
    prowler: ["dynamodb_tables_kms_cmk_encryption_enabled"],
    trivy: ["AWS-0025"],
    pulumi: ["AG:dynamodb-table-encryption-enabled", "PB:dynamodb-kms-encryption-enabled"],
  },
});
