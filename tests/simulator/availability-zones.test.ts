import * as assert from "node:assert/strict";
import { availabilityZones, findZone } from "../../simulator/availability-zones";

describe("simulator/availability-zones", () => {
  it("shortens a Region's name in zone ids as AWS does", () => {
    const first = (region: string): string | undefined => availabilityZones(region)[0]?.zoneId;
    assert.deepEqual(
      ["eu-west-1", "us-east-1", "ap-southeast-2", "eu-central-1", "us-gov-west-1"].map(first),
      ["euw1-az1", "use1-az1", "apse2-az1", "euc1-az1", "usgw1-az1"],
    );
  });

  it("finds a zone by name and by id, and none of another Region", () => {
    assert.deepEqual(findZone("eu-west-1", "euw1-az2"), findZone("eu-west-1", "eu-west-1b"));
    assert.equal(findZone("eu-west-1", "us-east-1a"), undefined);
  });

  it("knows Regions with other than three zones", () => {
    assert.equal(availabilityZones("us-east-1").length, 6);
    assert.deepEqual(
      availabilityZones("ca-central-1").map(({ name }) => name.slice(-1)),
      ["a", "b", "d"],
    );
  });
});
