import * as pulumi from "@pulumi/pulumi";

import { type Grant, settingName, statementId } from "../core/grant";
import type { TableSpec } from "./data-args";
import { describeUse, type GrantStatement, keyStatement, type StoreUse } from "./grants";
import type { StoreArgs } from "./store";

/** A table that was built, as its users know it. */
interface BuiltTable {
  /** ARN. */
  readonly arn: pulumi.Input<string>;
  /** Name. */
  readonly tableName: string;
}

const itemReads = [
  "dynamodb:BatchGetItem",
  "dynamodb:ConditionCheckItem",
  "dynamodb:GetItem",
  "dynamodb:Query",
];
const itemWrites = [
  "dynamodb:BatchWriteItem",
  "dynamodb:DeleteItem",
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
];

/** What using a table takes: rights on its items and on those of its indexes, and on what its key encrypts. */
export function tableGrant(args: StoreArgs<TableSpec>, built: BuiltTable, use: StoreUse): Grant {
  const { scope, name, key } = args;
  return {
    to: describeUse("table", name, use) + (use.ownItemsOnly ? ", own items only" : ""),
    statements: [
      use.ownItemsOnly ? ownItems(args, built, use) : allItems(args, built, use),
      keyStatement({ kind: "table", name, service: "dynamodb" }, use.access, key, scope),
    ],
    settings: { [settingName("table", name, "name")]: built.tableName },
  };
}

function allItems(
  { name, spec }: StoreArgs<TableSpec>,
  { arn }: BuiltTable,
  { access }: StoreUse,
): GrantStatement {
  const indexes = Object.keys(spec.indexes ?? {});
  return {
    sid: statementId(access, "table", name),
    actions: [
      "dynamodb:DescribeTable",
      ...itemReads,
      "dynamodb:Scan",
      ...(access === "write" ? itemWrites : []),
    ],
    resources: [arn, ...indexes.map((index) => pulumi.interpolate`${arn}/index/${index}`)],
  };
}

/**
 * Items whose partition key is the workload's name. Scan is left out, and a request that names no partition key is
 * refused: "for all values" holds where there are none. So are indexes, which have other keys.
 */
function ownItems({ name }: StoreArgs<TableSpec>, { arn }: BuiltTable, use: StoreUse): GrantStatement {
  return {
    sid: statementId(use.access, "own", "items", "of", "table", name),
    actions: [...itemReads, ...(use.access === "write" ? itemWrites : [])],
    resources: [arn],
    conditions: {
      "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": [use.workload] },
      Null: { "dynamodb:LeadingKeys": "false" },
    },
  };
}
