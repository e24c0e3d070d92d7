import * as assert from "node:assert/strict";

import { type NetworkArgs, networkProblems } from "../../../infra/network/network-args";

const fine: NetworkArgs = {
  environment: "dev",
  region: "eu-west-1",
  accountId: "111122223333",
  cidr: "10.20.0.0/16",
  zones: [
    { id: "euw1-az1", name: "eu-west-1a" },
    { id: "euw1-az2", name: "eu-west-1b" },
  ],
  nat: "single",
  endpoints: { groups: ["containers"], zones: 2 },
  logRetentionDays: 30,
  encryptionControl: "monitor",
  traffic: { awsServicesGbPerMonth: 1, internetGbPerMonth: 1 },
  protect: false,
  criticality: "low",
  owner: "platform",
};

const paths = (changes: Partial<NetworkArgs>): string[] =>
  networkProblems({ ...fine, ...changes }).map(({ path }) => path.join("."));

describe("the arguments of a network", () => {
  it("are accepted where all is fine", () => {
    assert.deepEqual(paths({}), []);
    assert.deepEqual(paths({ organizationId: "o-a1b2c3d4e5", dualStack: true, dataPorts: [5432] }), []);
  });

  it("are refused all at once, each with its path", () => {
    assert.deepEqual(
      paths({
        cidr: "10.20.0.1/16",
        zones: [{ id: "euw1-az9", name: "eu-west-1z" }],
        endpoints: { groups: ["secrets", "secrets"], zones: 2 },
        dataPorts: [5432, 22],
        traffic: { awsServicesGbPerMonth: -1, internetGbPerMonth: Number.NaN },
        accountId: "1",
        organizationId: "o-1",
      }),
      [
        "cidr",
        "zones.0.id",
        "endpoints.groups.1",
        "endpoints.zones",
        "dataPorts.1",
        "traffic.awsServicesGbPerMonth",
        "traffic.internetGbPerMonth",
        "accountId",
        "organizationId",
      ],
    );
  });

  it("are refused where a tier is missing that something stands in", () => {
    const tierBlocks = { data: "10.20.16.0/20" };
    assert.deepEqual(paths({ tierBlocks }), ["tierBlocks.app", "tierBlocks.public", "tierBlocks.endpoints"]);
    assert.deepEqual(paths({ tierBlocks, nat: "regional", endpoints: { groups: [], zones: 1 } }), [
      "tierBlocks.app",
    ]);
  });

  it("never open a port of remote administration to the data tier", () => {
    for (const port of [22, 3389, 80, 65536, 5432.5])
      assert.deepEqual(paths({ dataPorts: [port] }), ["dataPorts.0"]);
    assert.deepEqual(paths({ dataPorts: [5432, 5432] }), ["dataPorts.1"]);
  });

  it("are refused for a Region whose prices or domain lists are not known", () => {
    const zones = [{ id: "afs1-az1", name: "af-south-1a" }];
    const endpoints = { groups: [], zones: 1 };
    assert.deepEqual(paths({ region: "af-south-1", zones, endpoints }), ["domainLists", "region"]);
  });
});
