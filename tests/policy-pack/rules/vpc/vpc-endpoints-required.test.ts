import * as assert from "node:assert/strict";

import { aws, fixtures, judge, ref, UNKNOWN } from "../../support/fixtures";

const vpc = aws("ec2/vpc:Vpc");
const endpoint = (service: string) =>
  aws("ec2/vpcEndpoint:VpcEndpoint", {
    vpcId: ref("vpc"),
    vpcEndpointType: "Interface",
    serviceName: `com.amazonaws.eu-west-1.${service}`,
  });

fixtures("vpc-endpoints-required", {
  pass: { "a VPC with all": { vpc, api: endpoint("ecr.api"), logs: endpoint("logs") } },
  fail: { "a VPC with one of two": { vpc, api: endpoint("ecr.api") } },
  unknown: {
    "a VPC beside an endpoint that cannot be joined": {
      vpc,
      api: endpoint("ecr.api"),
      logs: { ...endpoint("logs"), props: { ...endpoint("logs").props, vpcId: UNKNOWN } },
    },
  },
  unset: { "a VPC without endpoints": ["fail", { vpc }] },
  alias: { none: "one token" },
  settings: { properties: { services: ["ecr.api", "logs"] } },
});

describe("vpc-endpoints-required as it comes", () => {
  it("asks for what pulls images and what manages instances and incidents", async () => {
    const services = ["ecr.api", "ecr.dkr", "ssm", "ssm-contacts", "ssm-incidents"];
    const endpoints = Object.fromEntries(services.map((service) => [service, endpoint(service)]));
    assert.equal((await judge("vpc-endpoints-required", { vpc, ...endpoints })).verdict, "pass");
  });
});
