import * as assert from "node:assert/strict";

import { aws, fixtures, judge, type Program, ref, UNKNOWN } from "../../support/fixtures";

const table = (props: object) => aws("dynamodb/table:Table", { ...props });
const provisioned = table({ billingMode: "PROVISIONED" });
const dimension = (kind: string) => `dynamodb:table:${kind}CapacityUnits`;
const scaling = (resourceId: unknown, ...kinds: readonly string[]): Program =>
  Object.fromEntries(
    kinds.flatMap((kind) => {
      const common = { serviceNamespace: "dynamodb", scalableDimension: dimension(kind) };
      return [
        [`${kind}Target`, aws("appautoscaling/target:Target", { ...common, resourceId })],
        [
          `${kind}Policy`,
          aws("appautoscaling/policy:Policy", { ...common, resourceId: ref(`${kind}Target`) }),
        ],
      ];
    }),
  );
const targets = (resourceId: unknown): Program => ({
  read: aws("appautoscaling/target:Target", { resourceId, scalableDimension: dimension("Read") }),
  write: aws("appautoscaling/target:Target", { resourceId, scalableDimension: dimension("Write") }),
});

fixtures("dynamodb-capacity-scales", {
  pass: {
    "a table whose name the provider does not repeat": {
      table: { ...table({ name: "orders" }), outputs: {} },
      ...scaling("table/orders", "Read", "Write"),
    },

    "a table that AWS has named": {
      table: { ...provisioned, outputs: { name: "orders-1a2b" } },
      ...scaling("table/orders-1a2b", "Read", "Write"),
    },
    "a table that is paid by request": { table: table({ billingMode: "PAY_PER_REQUEST" }) },
    "a table that scales both": { table: provisioned, ...scaling(ref("table"), "Read", "Write") },
    "a table that scaling names": {
      table: table({ name: "orders" }),
      ...scaling("table/orders", "Read", "Write"),
    },
  },
  fail: {
    "a table with targets beside the policies of another": {
      table: table({ name: "orders" }),
      ...targets("table/orders"),
      ...Object.fromEntries(
        ["Read", "Write"].map((kind) => [
          `${kind}Policy`,
          aws("appautoscaling/policy:Policy", {
            resourceId: "table/other",
            scalableDimension: dimension(kind),
          }),
        ]),
      ),
    },
    "a table with policies that have no targets": {
      table: table({ name: "orders" }),
      read: aws("appautoscaling/policy:Policy", {
        resourceId: "table/orders",
        scalableDimension: dimension("Read"),
      }),
      write: aws("appautoscaling/policy:Policy", {
        resourceId: "table/orders",
        scalableDimension: dimension("Write"),
      }),
    },

    "a table beside scaling of another dimension that is computed": {
      table: provisioned,
      index: aws("appautoscaling/target:Target", {
        resourceId: UNKNOWN,
        scalableDimension: "ecs:service:DesiredCount",
      }),
    },
    "a table without a name beside the scaling of a named one": {
      table: provisioned,
      ...scaling("table/undefined", "Read", "Write"),
    },
    "a table of fixed capacity": { table: provisioned },
    "a table that scales reading only": { table: provisioned, ...scaling(ref("table"), "Read") },
    "a table beside the scaling of another": {
      table: table({ name: "orders" }),
      ...scaling("table/customers", "Read", "Write"),
    },
    "a table whose targets have no policies": { table: provisioned, ...targets(ref("table")) },
    "a table with targets, whose policies belong to another table": {
      table: provisioned,
      other: provisioned,
      ...scaling(ref("other"), "Read", "Write"),
      ...targets(ref("table")),
    },
    "a table whose index alone scales": {
      table: provisioned,
      index: aws("appautoscaling/target:Target", {
        resourceId: ref("table"),
        scalableDimension: "dynamodb:index:ReadCapacityUnits",
      }),
    },
  },
  unknown: {
    "a table beside scaling of a dimension that is computed": {
      table: provisioned,
      target: aws("appautoscaling/target:Target", { resourceId: "table/orders", scalableDimension: UNKNOWN }),
    },
    "a table whose mode is computed": { table: table({ billingMode: UNKNOWN }) },
    "a table beside scaling of something that is computed": {
      table: provisioned,
      ...scaling(UNKNOWN, "Read", "Write"),
    },
  },
  unset: { "a table that leaves it out": ["fail", { table: table({}) }] },
  alias: { none: "one token" },
});

describe("dynamodb-capacity-scales", () => {
  it("names the capacity that is fixed", async () => {
    const program = { table: provisioned, ...scaling(ref("table"), "Read") };
    const { lines } = await judge("dynamodb-capacity-scales", program);
    assert.deepEqual(
      lines.filter(({ verdict }) => verdict === "fail").map(({ finding }) => finding),
      ["write"],
    );
  });
});
