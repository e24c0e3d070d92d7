import * as assert from "node:assert/strict";

import { aws, fixtures, judge, ref, UNKNOWN } from "../../support/fixtures";

const group = (props: object) => ({ group: aws("autoscaling/group:Group", { ...props }) });
const subnet = (availabilityZone: string) => aws("ec2/subnet:Subnet", { availabilityZone });
const inZones = (...zones: readonly [string, string]) => ({
  a: subnet(zones[0]),
  b: subnet(zones[1]),
  ...group({ vpcZoneIdentifiers: [ref("a"), ref("b")] }),
});

fixtures("group-multi-az", {
  pass: {
    "a group in one subnet of the stack and one of another": {
      a: subnet("eu-west-1a"),
      ...group({ vpcZoneIdentifiers: [ref("a"), "subnet-2"] }),
    },
    "a group in two subnets": group({ vpcZoneIdentifiers: ["subnet-1", "subnet-2"] }),
    "a group in two computed subnets": group({ vpcZoneIdentifiers: [UNKNOWN, UNKNOWN] }),
    "a group in subnets of two zones": inZones("eu-west-1a", "eu-west-1b"),
    "a group in subnets of which one has a computed zone": inZones("eu-west-1a", UNKNOWN),
    "a group in two subnets of computed zones": inZones(UNKNOWN, UNKNOWN),
    "a group in two zones": group({ availabilityZones: ["eu-west-1a", "eu-west-1b"] }),
  },
  fail: {
    "a group in one subnet": group({ vpcZoneIdentifiers: [UNKNOWN] }),
    "a group that names one subnet twice": group({ vpcZoneIdentifiers: ["subnet-1", "subnet-1"] }),
    "a group in two subnets of one zone": inZones("eu-west-1a", "eu-west-1a"),
    "a group in one zone": group({ availabilityZones: ["eu-west-1a"] }),
  },
  unknown: { "a group whose subnets are computed": group({ vpcZoneIdentifiers: UNKNOWN }) },
  unset: { "a group that says nothing": ["fail", group({})] },
  alias: { none: "one token" },
});

describe("group-multi-az", () => {
  it("says how many zones a group covers that names none", async () => {
    const { lines } = await judge("group-multi-az", group({}));
    assert.deepEqual(
      lines.map(({ message }) => message),
      ["the group covers 0 zones; required: at least 2."],
    );
  });
});
