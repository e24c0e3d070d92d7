import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const table = (props: object) => ({ table: aws("dynamodb/table:Table", { ...props }) });
const replica = (props: object) => ({ replica: aws("dynamodb/tableReplica:TableReplica", { ...props }) });
const on = { pointInTimeRecovery: { enabled: true } };

fixtures("dynamodb-point-in-time-recovery", {
  pass: {
    "a table with it": table(on),
    "a table with replicas that have it": table({ ...on, replicas: [{ pointInTimeRecovery: true }] }),
    "a replica with it": replica({ pointInTimeRecovery: true }),
  },
  fail: {
    "a table without": table({ pointInTimeRecovery: { enabled: false } }),
    "a table one of whose replicas has none": table({
      ...on,
      replicas: [{ pointInTimeRecovery: true }, { regionName: "eu-west-1" }],
    }),
    "a restored table, which does not take it from its source": table({ restoreSourceName: "orders" }),
  },
  unknown: {
    "a table whose setting is computed": table({ pointInTimeRecovery: { enabled: UNKNOWN } }),
    "a table whose replicas are computed": table({ ...on, replicas: UNKNOWN }),
  },
  unset: { "a table that leaves it out": ["fail", table({})] },
  alias: { "a replica that leaves it out": replica({}) },
});
