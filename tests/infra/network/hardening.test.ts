import * as assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { awsxSubnetName, hardening, ipv6Subnet } from "../../../infra/network/hardening";
import { planSubnets } from "../../../infra/network/subnet-plan";

const plan = planSubnets({ cidr: "10.20.0.0/16", region: "eu-west-1", zoneIds: ["euw1-az2", "euw1-az1"] });

/** What awsx asks for, for the app subnet of the second zone. */
const asked = {
  availabilityZone: "eu-west-1a",
  cidrBlock: "10.20.72.0/21",
  mapPublicIpOnLaunch: true,
  assignIpv6AddressOnCreation: true,
  ipv6CidrBlock: "2001:db8:0:aa03::/64",
  tags: { Name: "network-app-2", SubnetType: "Private" },
};

const transformed = async (
  child: {
    readonly type?: string;
    readonly name?: string;
    readonly props?: pulumi.Inputs;
    readonly custom?: boolean;
  },
  dualStack = false,
): Promise<pulumi.Inputs | undefined> => {
  const transform = hardening({ vpcName: "network", environment: "dev", plan, dualStack });
  const result = await transform({
    custom: true,
    type: "aws:ec2/subnet:Subnet",
    name: "network-app-2",
    props: asked,
    opts: {},
    ...child,
  });
  return result?.props;
};

describe("what awsx builds", () => {
  it("is placed by zone id and gives out no addresses by itself", async () => {
    assert.deepEqual(await transformed({}), {
      availabilityZoneId: "euw1-az1",
      cidrBlock: "10.20.72.0/21",
      mapPublicIpOnLaunch: false,
      assignIpv6AddressOnCreation: false,
      tags: { Name: "dev-network-app-euw1-az1", SubnetType: "Private" },
    });
  });

  it("gets the IPv6 range of our own plan, whatever awsx chose, where the network is dual-stack", async () => {
    const props = await transformed({}, true);
    const range = await new Promise((resolve) => {
      pulumi.output(props?.ipv6CidrBlock as pulumi.Input<string>).apply(resolve);
    });
    // app is the second tier and this its second zone: 1 × 8 + 1
    assert.equal(range, "2001:db8:0:aa09::/64");
  });

  it("is labelled by environment, and keeps its other properties, where it is no subnet", async () => {
    const gateway = { type: "aws:ec2/internetGateway:InternetGateway", name: "network" };
    const props = { vpcId: "vpc-1", tags: { Name: "network" } };
    assert.deepEqual(await transformed({ ...gateway, props }), {
      vpcId: "vpc-1",
      tags: { Name: "dev-network" },
    });
  });

  it("is left alone where it carries no tags or is the component itself", async () => {
    const route = { routeTableId: "rtb-1", gatewayId: "igw-1" };
    assert.deepEqual(
      await transformed({ type: "aws:ec2/route:Route", name: "network-public-1", props: route }),
      route,
    );
    assert.equal(await transformed({ type: "awsx:ec2:Vpc", name: "network", custom: false }), undefined);
  });

  it("is named by position, counted from one", () => {
    assert.equal(awsxSubnetName("network", "app", 1), "network-app-2");
  });

  it("has the /64 of its index in the VPC's /56", () => {
    assert.equal(ipv6Subnet("2001:db8:0:aa00::/56", 26), "2001:db8:0:aa1a::/64");
  });
});
