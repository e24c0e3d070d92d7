import * as assert from "node:assert/strict";

import {
  endpointGroups,
  endpointProblems,
  endpointServices,
  servicesOf,
} from "../../../infra/network/endpoint-services";

describe("the catalogue of interface endpoints", () => {
  it("holds each service once, and something in every group", () => {
    const names = endpointServices.map(({ service }) => service);
    assert.equal(new Set(names).size, names.length);
    for (const group of endpointGroups) assert.ok(servicesOf([group]).length > 0);
  });

  it("holds what containers, sessions and controls of other platforms expect", () => {
    const names = endpointServices.map(({ service }) => service);
    for (const expected of [
      "ecr.api",
      "ecr.dkr",
      "ec2",
      "ssm",
      "ssmmessages",
      "ec2messages",
      "logs",
      "kms",
      "sts",
    ]) {
      assert.ok(names.includes(expected), expected);
    }
  });

  it("gives the services of the groups asked for, in its own order", () => {
    assert.deepEqual(servicesOf([]), []);
    assert.deepEqual(servicesOf([...endpointGroups].reverse()), endpointServices);
  });

  it("refuses a group given twice and zones that the network does not have", () => {
    const problems = endpointProblems({ groups: ["secrets", "telemetry", "secrets"], zones: 4 }, 3);
    assert.deepEqual(
      problems.map(({ path, given, allowed }) => [path.join("."), given, allowed]),
      [
        ["endpoints.groups.2", '"secrets"', "each group once"],
        ["endpoints.zones", "4", "a whole number from 1 to 3, the zones of the network"],
      ],
    );
    for (const zones of [0, 1.5, Number.NaN])
      assert.equal(endpointProblems({ groups: [], zones }, 3).length, 1);
    assert.deepEqual(endpointProblems({ groups: ["secrets"], zones: 3 }, 3), []);
  });
});
