import * as assert from "node:assert/strict";

import { aws, fixtures, judge, ref, UNKNOWN } from "../../support/fixtures";

const gateway = (props: object) => aws("ec2/internetGateway:InternetGateway", { ...props });

fixtures("internet-gateway-authorized-vpc", {
  pass: {
    "a gateway of an authorised VPC": { main: aws("ec2/vpc:Vpc"), gateway: gateway({ vpcId: ref("main") }) },
    "a gateway of a VPC that is authorised by its id": { gateway: gateway({ vpcId: "vpc-1" }) },
  },
  fail: { "a gateway of another VPC": { lab: aws("ec2/vpc:Vpc"), gateway: gateway({ vpcId: ref("lab") }) } },
  unknown: { "a gateway whose VPC cannot be told": { gateway: gateway({ vpcId: UNKNOWN }) } },
  unset: { "a gateway that is attached elsewhere": ["notApplicable", { gateway: gateway({}) }] },
  alias: {
    "an attachment to another VPC": {
      lab: aws("ec2/vpc:Vpc"),
      link: aws("ec2/internetGatewayAttachment:InternetGatewayAttachment", {
        vpcId: ref("lab"),
        internetGatewayId: "igw-1",
      }),
    },
  },
  settings: { properties: { authorizedVpcs: ["main", "vpc-1"] } },
});

describe("without a list, and with one of one", () => {
  const mine = { main: aws("ec2/vpc:Vpc"), gateway: gateway({ vpcId: ref("main") }) };

  it("asks nothing without a list", async () => {
    assert.equal((await judge("internet-gateway-authorized-vpc", mine)).verdict, "notApplicable");
  });

  it("takes a list of one for a list, and one of two names for enough", async () => {
    const settings = { properties: { authorizedVpcs: ["main"] } };
    assert.equal((await judge("internet-gateway-authorized-vpc", mine, settings)).verdict, "pass");
    const named = {
      main: { ...aws("ec2/vpc:Vpc"), outputs: { id: "vpc-9" } },
      gateway: gateway({ vpcId: "vpc-9" }),
    };
    assert.equal((await judge("internet-gateway-authorized-vpc", named, settings)).verdict, "pass");
  });
});
