import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const table = (props: object) => ({ table: aws("dynamodb/table:Table", { ...props }) });

fixtures("dynamodb-replica-customer-key", {
  pass: {
    "a table whose replica has a key": table({ replicas: [{ kmsKeyArn: UNKNOWN }] }),
    "a replica with a key": { replica: aws("dynamodb/tableReplica:TableReplica", { kmsKeyArn: UNKNOWN }) },
  },
  fail: {
    "a table one of whose replicas has none": table({ replicas: [{ kmsKeyArn: UNKNOWN }, {}] }),
    "a table whose replica has the key of AWS": table({ replicas: [{ kmsKeyArn: "alias/aws/dynamodb" }] }),
  },
  unknown: { "a table whose replicas are computed": table({ replicas: UNKNOWN }) },
  unset: { "a table without replicas": ["pass", table({})] },
  alias: { "a replica without": { replica: aws("dynamodb/tableReplica:TableReplica") } },
});
