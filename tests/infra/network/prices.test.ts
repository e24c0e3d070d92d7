import * as assert from "node:assert/strict";

import { networkPrices, pricedRegions } from "../../../infra/network/prices";

describe("network prices", () => {
  it("charge more for a GB through a NAT gateway than through an endpoint, in every Region", () => {
    assert.ok(pricedRegions.length > 0);
    for (const region of pricedRegions) {
      const { natGatewayGb, interfaceEndpointGb } = networkPrices(region);
      assert.ok(natGatewayGb > interfaceEndpointGb);
    }
  });

  it("name the known Regions where one is not known", () => {
    assert.throws(
      () => networkPrices("af-south-1"),
      /no network prices for af-south-1; known, as of .*eu-west-1/,
    );
  });
});
