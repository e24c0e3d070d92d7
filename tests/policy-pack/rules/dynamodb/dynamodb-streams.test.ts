import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const table = (props: object) => ({ table: aws("dynamodb/table:Table", { ...props }) });

fixtures("dynamodb-streams", {
  pass: { "a table with a stream": table({ streamEnabled: true }) },
  fail: { "a table without": table({ streamEnabled: false }) },
  unknown: { "a table whose setting is computed": table({ streamEnabled: UNKNOWN }) },
  unset: { "a table that leaves it out": ["fail", table({})] },
  alias: { none: "one token" },
});
