import * as assert from "node:assert/strict";

import { focusQuery, reportColumns, reportQuery } from "../../../infra/cost/cost-columns";
import { namedQueries } from "../../../infra/cost/named-queries";

const queries = namedQueries("cost_and_usage");

/** Names in a query that look like a column of the report. */
const columnsOf = (query: string): readonly string[] => [
  ...new Set(
    query.match(/\b(line_item|split_line_item|bill|reservation|savings_plan|pricing|product)_[a-z_]+\b/g),
  ),
];

describe("questions about cost", () => {
  for (const { name, query, description } of queries) {
    it(`${name} asks for columns that are exported, and no more than the months it names`, () => {
      for (const column of columnsOf(query)) assert.ok(Object.hasOwn(reportColumns, column), column);
      assert.match(query, /WHERE billing_period (=|>=) date_format/);
      assert.match(query, /FROM cost_and_usage\n/);
      assert.match(description, /^[A-Z].*\.$/);
    });
  }

  it("have names of their own", () => {
    assert.equal(new Set(queries.map(({ name }) => name)).size, 6);
  });
});

describe("exports of cost", () => {
  it("ask for each column once", () => {
    for (const query of [reportQuery, focusQuery]) {
      const columns = (/^SELECT (.*) FROM \w+$/.exec(query)?.[1] ?? "").split(", ");
      assert.ok(columns.length > 20);
      assert.equal(new Set(columns).size, columns.length);
    }
  });
});
