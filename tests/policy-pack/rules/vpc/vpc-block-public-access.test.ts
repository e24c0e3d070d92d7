import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const options = (mode: string) => ({
  options: aws("ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions", {
    internetGatewayBlockMode: mode,
  }),
});

fixtures("vpc-block-public-access", {
  pass: {
    "a block of both directions": options("block-bidirectional"),
    "a block of traffic in": options("block-ingress"),
  },
  fail: { "a block that is off": options("off"), "a stack that owns the setting and does not set it": {} },
  unknown: { "a block whose mode is computed": options(UNKNOWN) },
  unset: {
    "options without a mode": [
      "fail",
      { options: aws("ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions") },
    ],
  },
  alias: { none: "one token" },
  settings: { properties: { owned: true } },
});
