import * as assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { connectionsOf, labelOf } from "../../../infra/compute/connections";
import { databaseGrant, secretGrant } from "./arguments";

describe("connections of grants", () => {
  it("are those of grants that have one", () => {
    assert.deepEqual(
      connectionsOf([secretGrant, databaseGrant]).map(({ label }) => label),
      ["database-sales-read-and-write"],
    );
  });

  it("open the same end once, since EC2 refuses a second rule", () => {
    const connection = { securityGroupId: pulumi.output("sg-1"), port: 5432 };
    const grants = [
      { ...databaseGrant, connection },
      { ...databaseGrant, to: "database sales, read", connection },
      { ...databaseGrant, to: "database other", connection: { ...connection, port: 3306 } },
    ];
    assert.deepEqual(
      connectionsOf(grants).map(({ connection: { port } }) => port),
      [5432, 3306],
    );
  });

  it("are named by words that a logical name takes", () => {
    assert.equal(labelOf(" Cache: sessions → read/write! "), "cache-sessions-read-write");
  });
});
