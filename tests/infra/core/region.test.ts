import * as assert from "node:assert/strict";

import { isRegion, partitionOf, regions, zoneIdsOf } from "../../../infra/core/region";

describe("Regions", () => {
  it("belong to the partition that their name says", () => {
    for (const region of regions) {
      const expected = region.startsWith("cn-")
        ? "aws-cn"
        : region.startsWith("us-gov-")
          ? "aws-us-gov"
          : "aws";
      assert.equal(partitionOf(region), expected, region);
    }
  });

  it("never share a zone id", () => {
    const ids = regions.flatMap(zoneIdsOf);
    assert.equal(new Set(ids).size, ids.length);
  });

  it("have zone ids that begin as AWS shortens the Region's name", () => {
    const directions: Record<string, string> = {
      north: "n",
      south: "s",
      east: "e",
      west: "w",
      central: "c",
      northeast: "ne",
      northwest: "nw",
      southeast: "se",
    };
    for (const region of regions) {
      const words = region.replace("us-gov", "usg").split("-");
      const prefix = words.map((word) => directions[word] ?? word).join("");
      for (const id of zoneIdsOf(region)) assert.match(id, new RegExp(`^${prefix}-az[1-6]$`));
    }
  });

  it("are told from other words, and from the names every object has", () => {
    assert.ok(isRegion("eu-west-1"));
    assert.ok(!isRegion("eu-west-9"));
    assert.ok(!isRegion("toString"));
  });
});
