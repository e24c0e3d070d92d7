import type { CheckedElsewhere } from "../../registry/control";

export const control: CheckedElsewhere = {
  id: "DDB-09",
  name: "dynamodb-throughput-below-limits",
  title: "The throughput of tables is well below the limits of the account",
  why: "At the limit, tables refuse requests and cannot be given more capacity.",
  fix: "Ask for a higher quota, or spread the load; nothing in a program can.",
  severity: "low",
  enforcement: "advisory",
  references: {
    nist80053: ["CP-2(2)", "SC-5(2)"],
    wellArchitected: ["REL01-BP04"],
    awsConfig: ["dynamodb-throughput-limit-check"],
  },
  checkedBy:
    "The load exists at run time only, the limits in the account: AWS Config rule dynamodb-throughput-limit-check, or alarms on the usage metrics of Service Quotas.",
};
