import * as assert from "node:assert/strict";

import { aws, fixtures, judge, ref, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => aws("ec2/instance:Instance", { ...props });
const inSubnet = (subnet: object) => ({
  subnet: aws("ec2/subnet:Subnet", { ...subnet }),
  instance: instance({ subnetId: ref("subnet") }),
});

fixtures("instance-no-public-ip", {
  pass: {
    "an instance that asks for none": { instance: instance({ associatePublicIpAddress: false }) },
    "an instance that asks for none in a subnet that gives one": {
      ...inSubnet({ mapPublicIpOnLaunch: true }),
      instance: instance({ subnetId: ref("subnet"), associatePublicIpAddress: false }),
    },
    "an instance in a subnet that gives none": inSubnet({ mapPublicIpOnLaunch: false }),
    "an instance in a subnet that says nothing": inSubnet({}),
  },
  fail: {
    "an instance that asks for one": { instance: instance({ associatePublicIpAddress: true }) },
    "an instance in a subnet that gives one": inSubnet({ mapPublicIpOnLaunch: true }),
    "an instance in a template's network that its subnet makes public": {
      ...inSubnet({ mapPublicIpOnLaunch: true }),
      instance: instance({ subnetId: ref("subnet"), launchTemplate: { id: "lt-1" } }),
    },
  },
  unknown: {
    "an instance whose wish is computed": { instance: instance({ associatePublicIpAddress: UNKNOWN }) },
    "an instance in a subnet of another stack": { instance: instance({ subnetId: "subnet-1" }) },
    "an instance in a subnet whose setting is computed": inSubnet({ mapPublicIpOnLaunch: UNKNOWN }),
  },
  unset: { "an instance in no subnet, so in the default VPC": ["fail", { instance: instance({}) }] },
  alias: {
    "a Spot request that asks for one": {
      request: aws("ec2/spotInstanceRequest:SpotInstanceRequest", { associatePublicIpAddress: true }),
    },
  },
  notApplicable: {
    "an instance with a first network interface of its own": {
      instance: instance({ primaryNetworkInterface: { networkInterfaceId: "eni-1" } }),
    },
    "an instance with a network interface of its own": {
      instance: instance({ networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: "eni-1" }] }),
    },
    "an instance that leaves it to its template": { instance: instance({ launchTemplate: { id: "lt-1" } }) },
  },
});

describe("instance-no-public-ip, of what it leaves to others", () => {
  const reasons = async (props: object) => {
    const { lines } = await judge("instance-no-public-ip", { instance: instance(props) });
    return lines.flatMap(({ reason }) => reason ?? []);
  };

  it("says to whom", async () => {
    const subnet = "The subnet decides, judged with the stack";
    assert.deepEqual(await reasons({ networkInterfaces: [{ networkInterfaceId: "eni-1" }] }), [
      "The addresses belong to its network interfaces",
    ]);
    assert.deepEqual(await reasons({ subnetId: "subnet-1" }), [subnet]);
    assert.deepEqual(await reasons({ subnetId: "subnet-1", launchTemplate: { id: "lt-1" } }), [subnet]);
    assert.equal((await reasons({ launchTemplate: { id: "lt-1" } })).includes(subnet), false);
  });
});
