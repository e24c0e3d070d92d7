import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const table = (props: object) => ({ table: aws("dynamodb/table:Table", { ...props }) });
const on = { deletionProtectionEnabled: true };

fixtures("dynamodb-deletion-protection", {
  pass: { "a protected table with a protected replica": table({ ...on, replicas: [on] }) },
  fail: {
    "a table that is not": table({ deletionProtectionEnabled: false }),
    "a table with a replica that is not": table({ ...on, replicas: [on, {}] }),
  },
  unknown: { "a table whose setting is computed": table({ deletionProtectionEnabled: UNKNOWN }) },
  unset: { "a table that leaves it out": ["fail", table({})] },
  alias: { "a replica that leaves it out": { replica: aws("dynamodb/tableReplica:TableReplica") } },
});
