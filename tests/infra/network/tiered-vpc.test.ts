import * as assert from "node:assert/strict";

import { buildAll, always, routesOf, subnetType } from "./built";

const routeType = "aws:ec2/route:Route";

describe("a VPC in tiers", function () {
  this.timeout(240_000);
  before(buildAll);

  it(
    "gives no address out by itself, and places subnets by zone id",
    always((simulation, { zones }) => {
      for (const { inputs, name } of simulation.ofType(subnetType)) {
        assert.equal(inputs.mapPublicIpOnLaunch, false);
        assert.equal(inputs.assignIpv6AddressOnCreation, false);
        assert.equal(inputs.availabilityZone, undefined);
        assert.equal(inputs.availabilityZoneId, zones[Number(name.split("-").at(-1)) - 1]?.id);
      }
    }),
  );

  it(
    "leads from the data and endpoints tiers nowhere, and to the internet gateway from the public tier alone",
    always((simulation) => {
      assert.deepEqual(routesOf(simulation, "data"), []);
      assert.deepEqual(routesOf(simulation, "endpoints"), []);
      const throughGateway = simulation
        .ofType(routeType)
        .filter(({ inputs }) => inputs.gatewayId !== undefined);
      assert.deepEqual(throughGateway, routesOf(simulation, "public"));
    }),
  );
});
